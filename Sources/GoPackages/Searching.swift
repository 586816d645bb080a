package import Bytes
internal import SystemInterface

/// What a search for toolchains, modules and packages asks: a place that this user may not look into holds none of them
/// for this user. What a build takes is asked of the file system itself, whose errors are reported.
extension FileSystem {
  package func namesFound(in folder: ByteString) -> [ByteString] { (try? names(in: folder)) ?? [] }

  package func findsFolder(_ path: ByteString) -> Bool { (try? isDirectory(path)) ?? false }

  package func finds(_ path: ByteString) -> Bool { (try? exists(path)) ?? false }
}
