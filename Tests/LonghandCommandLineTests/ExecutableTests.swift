import Foundation
import LonghandCommandLine
import TestSupport
import Testing

/// The built program itself, for what only a process shows.
@Suite("The executable")
struct ExecutableTests {
  private let folder: TemporaryFolder

  init() throws {
    let prose = String(repeating: "A line of prose that is long enough to fill a pipe.\n\n", count: 5_000)
    folder = try TemporaryFolder([
      ("Lessons/11-sum.md", Lessons.fine), ("Lessons/12-slip.md", Lessons.broken),
      ("Lessons/13-long.md", Lessons.fine + "\n" + prose),
    ])
  }

  /// What a line of shell prints, in which `longhand` is the program; standard error is in `messages`.
  private func shell(_ line: String) throws -> (output: String, status: Int32, messages: String) {
    let executable = try BuiltProgram().path
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", "longhand() { \"$LONGHAND\" \"$@\"; }\nexec 2>messages\n" + line]
    process.environment = ["LONGHAND": executable, "PATH": "/usr/bin:/bin"]
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (String(decoding: output, as: UTF8.self), process.terminationStatus, folder.text("messages") ?? "")
  }

  @Test(
    "ends with the status that says how it went",
    arguments: [
      ("longhand run sum", 0), ("longhand", 0), ("longhand run slip", 1), ("longhand check", 1),
      ("longhand rnu", 2),
      ("longhand run sum > /dev/full", 1), ("longhand run sum >&-", 1), ("longhand run - <&-", 1),
      ("longhand run rnu 2>&-", 2), ("longhand run sum <&- 2>&-", 0),
      ("longhand run \"$(printf '\\xff')\".md", 1),
      ("longhand run \"$(printf '\\xff')\"", 2), ("longhand run <(cat Lessons/11-sum.md)", 0),
    ] as [(String, Int32)])
  func status(line: String, status: Int32) throws {
    guard !line.contains("/dev/full") || FileManager.default.fileExists(atPath: "/dev/full") else { return }
    #expect(try shell(line).status == status)
  }

  @Test("gives a pipe what a test without a process gets, and keeps messages out of it")
  func pipe() throws {
    let expected = longhand(["run", "slip"], in: folder)
    let piped = try shell("longhand run slip | cat")
    #expect(piped.output == expected.results)
    #expect(piped.messages == expected.messages)
    #expect(try shell("cat Lessons/12-slip.md | longhand run -").output == expected.results)
  }

  @Test("ends quietly with 0 when the reader of a pipe has gone")
  func closedPipe() throws {
    let outcome = try shell("longhand run long long | head -n 1; echo \"${PIPESTATUS[0]}\"")
    #expect(outcome.output.hasSuffix("\n0\n"))
    #expect(outcome.output.split(separator: "\n").count == 2)
    #expect(outcome.messages.isEmpty)
  }

  @Test("says why it cannot write")
  func full() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let outcome = try shell("longhand run sum > /dev/full")
    #expect(outcome.messages == "longhand: cannot write to standard output: no space left on device\n")
  }

  @Test("leaves nothing behind where there is no room for a file")
  func noRoom() throws {
    let outcome = try shell("trap '' XFSZ; ulimit -f 1; longhand check --update long")
    #expect(outcome.status == 1)
    #expect(outcome.messages == "longhand: cannot write `Transcripts/long.txt`: file too large\n")
    #expect(try folder.contents("Transcripts") == [])
  }

  @Test("writes colour into a pipe only when told to, NO_COLOR or not")
  func color() throws {
    #expect(try !shell("longhand run sum").output.contains("\u{1B}"))
    #expect(try shell("NO_COLOR=1 longhand run --color always sum").output.contains("\u{1B}"))
  }

  @Test("explains the format wherever it is")
  func elsewhere() throws {
    let line = "mkdir -p a/bin && cp \"$LONGHAND\" a/bin/lh && cd / && \"$OLDPWD/a/bin/lh\" help format"
    let outcome = try shell(line)
    #expect(outcome.status == 0)
    #expect(outcome.output == longhand(["help", "format"], in: folder).results)
  }

  @Test("finds the course from below it")
  func below() throws {
    #expect(try shell("mkdir -p a/b && cd a/b && longhand run sum").status == 0)
  }
}
