package import Bytes
internal import CLibrary

/// The absolute path of the running program, links resolved; nil if the system does not tell.
package func executablePath() -> ByteString? {
  if let path = CurrentPlatform.executablePath() { return path }
  // The name that it was started by, as a shell finds it, from the folder that this process is still in.
  guard let name = ProcessArguments.argv[0] else { return nil }
  return findProgram(bytes(of: name)).flatMap(realPath)
}

/// The file that a shell would start for a program's name: the path itself if it has a slash, else the first on PATH.
package func findProgram(_ name: ByteString) -> ByteString? {
  if name.contains(ASCII.slash) { return name }
  guard !name.isEmpty, let list = environmentValue("PATH") else { return nil }
  return list.split(separator: ASCII.colon).lazy.map { Path.join(Array($0), name) }
    .first { HostFiles().isExecutable($0) }
}
