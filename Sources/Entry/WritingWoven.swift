internal import Bytes
internal import Host
internal import SystemInterface
internal import Weaving

extension HostFiles {
  /// Makes the folder of a woven call, of its name or another, and writes its files.
  /// - Returns: the call with the folder as it is called.
  /// - Throws: why not, in the system's words; the folder is gone then.
  func write(_ woven: Woven) throws(FileError) -> Woven {
    let folder = try makeOwnFolder(woven.folder)
    let woven = folder == woven.folder ? woven : woven.moved(to: folder)
    do throws(FileError) {
      for file in woven.files { try add(file.path, file.bytes) }
    } catch {
      removeFolder(folder)
      throw error
    }
    return woven
  }
}
