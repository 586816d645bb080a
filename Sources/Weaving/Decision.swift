package import Bytes
package import Findings

/// What is to be done about one call. Nothing has been done yet.
package enum Decision {
  /// Run the chain with its arguments as they came.
  case pass
  /// Write the files, then run the chain with other arguments for its tool.
  case weave(Woven)
  /// Write the files, which are what the tool would have written; there is nothing left to run.
  case done([Woven.NewFile])
  /// Run the chain, and print its version line with the hash of `stamp`.
  case stamp(Stamp)
  /// Run the chain, with these arguments for its tool unless they are nil, and, should the compiler find nothing wrong,
  /// remove `output` and fail: a file of the package cannot be read, and if the compiler cannot read it either, its
  /// messages are the ones to give.
  case leaveToCompiler(failure: Findings, output: ByteString, arguments: [ByteString]?)
}

/// A call whose package is patched.
package struct Woven {
  package struct NewFile: Equatable {
    package let path: ByteString
    package let bytes: ByteString
    /// The file that this one is the patched copy of; nil for one that is added.
    package let original: ByteString?
    /// Whether it says something to the tool or to a later call, and is none that patches made.
    package let isOwn: Bool

    package init(path: ByteString, bytes: ByteString, original: ByteString? = nil, isOwn: Bool = false) {
      self.path = path
      self.bytes = bytes
      self.original = original
      self.isOwn = isOwn
    }

    /// The file, which lies in one folder, in another.
    func moved(from folder: ByteString, to other: ByteString) -> NewFile {
      NewFile(path: other + path.dropFirst(folder.count), bytes: bytes, original: original, isOwn: isOwn)
    }
  }

  typealias Content = (files: [NewFile], arguments: [ByteString])

  /// The folder that the files are to lie in, with nothing else. Should something of its name be there already, which may be
  /// what another call reads at this moment, they go to another folder: `moved`.
  package let folder: ByteString
  /// The files to write, all in the folder.
  package let files: [NewFile]
  /// The tool's arguments.
  package let arguments: [ByteString]
  /// A line for each change, for verbose output.
  package let notes: [String]

  private let content: (ByteString) -> Content

  /// - Parameter content: the files in a folder, and the arguments that name them there. What the tool makes of them must not
  ///   depend on the folder.
  init(folder: ByteString, notes: [String], content: @escaping (ByteString) -> Content) {
    self.folder = folder
    self.notes = notes
    self.content = content
    (files, arguments) = content(folder)
  }

  /// The same with the files in another folder.
  package func moved(to other: ByteString) -> Woven { Woven(folder: other, notes: notes, content: content) }

  /// The name of the folder in the build's own folder for a package.
  static func folder(in objectFolder: ByteString) -> ByteString { Path.join(objectFolder, ByteString("routinex")) }

  /// The name, in the folder, of the file that takes the arguments when they do not fit a command line.
  static let argumentsName: StaticString = "arguments"

  /// The name, in the folder, of vet's configuration.
  static let configurationName: StaticString = "vet.cfg"

  package var responseFile: ByteString { Path.join(folder, ByteString(Self.argumentsName)) }
}
