package import Bytes

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
  case judge(failure: Failure, output: ByteString, arguments: [ByteString]?)
}

/// A call whose package is patched.
package struct Woven {
  package struct NewFile: Equatable {
    package let path: ByteString
    package let bytes: ByteString
    /// The file that this one is the patched copy of; nil for one that is added.
    package let original: ByteString?

    package init(path: ByteString, bytes: ByteString, original: ByteString? = nil) {
      self.path = path
      self.bytes = bytes
      self.original = original
    }
  }

  /// The files to write; their folders may not exist yet.
  package let files: [NewFile]
  /// The tool's arguments.
  package let arguments: [ByteString]
  /// Where the arguments may be written when they do not fit a command line.
  package let responseFile: ByteString
  /// A line for each change, for verbose output.
  package let notes: [String]
}
