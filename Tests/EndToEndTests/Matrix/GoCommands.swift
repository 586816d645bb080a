import Foundation
import Testing

/// The go command's commands, and the flags that say how it goes about them.
enum GoCommands {
  static let group = MatrixGroup(
    name: "Commands",
    rows: [
      MatrixRow("go build", isSample: true) { build in
        try build.buildsApp()
        return .works()
      },
      MatrixRow("go run .", isSample: true) { build in
        try build.requirePatched(try build.go("run", build.toolexec, "."))
        return .works()
      },
    ])
}
