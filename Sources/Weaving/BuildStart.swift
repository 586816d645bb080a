internal import Bytes
internal import SystemInterface
internal import Findings
internal import Toolexec

/// When a build began, for builds without keys: what a set holds then is what its tools' IDs say.
///
/// The go command makes its folder `$WORK` before it asks for the first ID (cmd/go/internal/work/action.go, NewBuilder;
/// buildid.go, toolID). So what changed after that folder was made may not be what the ID covers. Of a file the time that
/// counts is that of its last change, which no one can set (`touch`, `cp -p` and `mv` all move it to the present); of a
/// folder too, since it changes when a file in it is removed.
///
/// It holds without a false alarm because both times are readings of one clock: of the kernel's, by file systems that keep
/// nanoseconds (`FileSystem.times`; others have no answer). That clock moves in steps of some milliseconds, so that equal
/// times say nothing, and count as before. A time that lies ahead of the clock is from before the clock was set back.
struct BuildStart {
  private let time: Int

  /// - Parameter output: the object to write, `$WORK/b001/_pkg_.a`. nil for any other place, which says nothing about a
  ///   build, and where the file system does not say when the folder was made.
  init?(output: ByteString, in files: some FileSystem) {
    guard let work = WorkFolder.holding(Path.directory(output)), let time = files.times(of: work)?.born else {
      return nil
    }
    self.time = time
  }

  /// Whether a file or the names in a folder changed since. Asked once it has been read: a change in between counts.
  func isBefore(changeOf path: ByteString, in files: some FileSystem) -> Bool {
    guard let times = files.times(of: path) else { return false }
    return times.changed > time && times.changed <= files.now
  }

  /// Whether a file or folder has been made since.
  func isBefore(creationOf path: ByteString, in files: some FileSystem) -> Bool {
    guard let born = files.times(of: path)?.born else { return false }
    return born > time && born <= files.now
  }

  /// Whether a folder has been put in another's place since, or a link made to lead to it: that changes the folder and not
  /// the names in it. Those may change, on the way to a folder that is read: a build's result may be put there.
  func isBefore(moveOf path: ByteString, in files: some FileSystem) -> Bool {
    guard let times = files.times(of: path) else { return false }
    return times.changed > time && times.changed <= files.now && times.modified <= time
  }
}

extension Findings {
  /// What is woven is not what the go command will keep it as, now or in a later build.
  static var changedPatches: Findings {
    Findings(.changedPatches, "the patches changed while the build ran; run it again")
  }
}
