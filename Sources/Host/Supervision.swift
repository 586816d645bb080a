package import Bytes
internal import CLibrary

/// A program that was run as a child, by a parent that takes no part: signals which are meant for the parent go to the
/// child.
package struct Supervision {
  package let outcome: Process.Outcome
  package let process: Int
  /// Nanoseconds since 1970.
  package let start: Int
  package let end: Int
  /// Microseconds, of the child and what it waited for.
  package let userTime: Int
  package let systemTime: Int
  /// What the child wrote to standard output, if that was captured.
  package let output: ByteString

  /// Runs the program and waits for its end. The signals stay as this leaves them: from the first program on that a process
  /// runs so, one that comes between two of them is for the next.
  package init(running arguments: ArgumentPointer, capturing: Bool = false) {
    Self.takeSignals()
    start = now()
    var process: pid_t = 0
    var usage = rusage()
    (outcome, output) = Process.run(arguments, capturing: capturing, usage: &usage) { number in
      process = number
      child = number
      for signal in waiting { kill(number, signal) }
      waitingSignals = (0, 0)
    }
    // Its number may be another's from now on.
    child = 0
    end = now()
    self.process = Int(process)
    userTime = Int(usage.ru_utime.tv_sec) * 1_000_000 + Int(usage.ru_utime.tv_usec)
    systemTime = Int(usage.ru_stime.tv_sec) * 1_000_000 + Int(usage.ru_stime.tv_usec)
  }

  /// Keeps signals for the next program, for what a process does before its first one.
  package static func takeSignals() {
    for number in [SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGUSR1, SIGUSR2] { forward(number) }
  }

  /// The last signal that came for this process or for the terminal's foreground since `takeSignals`; nil if none
  /// has. How the child took it is the child's affair.
  package static var receivedSignal: Int32? { received == 0 ? nil : received }

  /// Ends this process as the child ended.
  package func endAlike(running arguments: ArgumentPointer) -> Never { Process.end(as: outcome, running: arguments) }
}

/// Nanoseconds since 1970, on the clock of cmd/go's action graph.
package func now() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_REALTIME, &time)
  return time.tv_sec * 1_000_000_000 + Int(time.tv_nsec)
}

/// The child while it runs, else 0; and signals that came before it ran. A signal handler takes nothing but globals.
nonisolated(unsafe) private var child: pid_t = 0
nonisolated(unsafe) private var waitingSignals: (Int32, Int32) = (0, 0)
/// The last signal, whoever sent it.
nonisolated(unsafe) private var received: Int32 = 0

private var waiting: [Int32] { [waitingSignals.0, waitingSignals.1].filter { $0 != 0 } }

/// Passes the signal on to the child, unless it is ignored: then the child ignores it as well. One that the terminal sent
/// went to the child too (as to every process in the foreground), and does not go there twice.
private func forward(_ number: Int32) {
  var before = sigaction()
  sigaction(number, nil, &before)
  guard CurrentPlatform.handler(of: before) != ignored else { return }
  var action = CurrentPlatform.forwardingAction
  action.sa_flags = SA_SIGINFO | SA_RESTART
  sigemptyset(&action.sa_mask)
  sigaction(number, &action, nil)
}

private var ignored: Int { unsafeBitCast(SIG_IGN, to: Int.self) }

/// - Parameter isFromProcess: whether a process sent it, and not the terminal.
func receiveSignal(_ number: Int32, isFromProcess: Bool) {
  received = number
  guard isFromProcess else { return }
  if child > 0 {
    kill(child, number)
  } else {
    waitingSignals = (waitingSignals.1, number)
  }
}
