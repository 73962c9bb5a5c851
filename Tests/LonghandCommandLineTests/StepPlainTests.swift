import Foundation
import LonghandCommandLine
import TestSupport
import Testing

/// `longhand step` where lines are typed and read.
@Suite("A lesson in lines")
struct StepPlainTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder([("lesson.md", Lessons.toRead)]) }

  private func step(_ input: String, _ options: String...) -> Outcome {
    longhand(["step", "./lesson.md"] + options, in: folder, environment: folder.home, standardInput: input)
  }

  @Test(
    "names at the end the lesson that is read next: the first whose needs are met",
    arguments: [("a", "c"), ("c", "d"), ("d", "b"), ("b", nil)] as [(String, String?)])
  func next(lesson: String, next: String?) throws {
    let needs = [("11-a", nil), ("12-b", "d"), ("13-c", "a"), ("21-d", "c")]
    let course = try TemporaryFolder(
      needs.map { ("Lessons/\($0).md", Lessons.asking("T", needs: $1)) }
    )
    let outcome = longhand(
      ["step", "--plain", "--width", "120", lesson], in: course, environment: course.home,
      standardInput: String(repeating: ":skip\n\n", count: 20))
    let told = outcome.results.split(separator: "\n").first { $0.contains("The next lesson is") }
    #expect(
      told?.hasSuffix("The next lesson is \(next ?? ""): longhand step \(next ?? "")") ?? (next == nil))
  }

  @Test("is a conversation that can be printed")
  func session() throws {
    let lines = [
      "", "where", "next section", "why", "why ∂E/∂w", "next", "next", "back", "", "help me", "nxt",
      "go to question 1", "", ":hint", "11.0", "hint", ":hint", "∂E/∂x", ":where", "where", ": w = 1",
      ":why E",
      ": reset",
      "2*3*2", "hint", "", "b", ":skip", "go to question 2", ":give up", ":give up", "", "/arrow",
      "go to E", "explain y", ":backward E", ":dE/dw", "go to w",
      "previous section", "search nowhere", "back", "back", "help", "next", "skip", "quit", "never read",
    ]
    let outcome = step(lines.joined(separator: "\n") + "\n")
    #expect(outcome.status == .success)
    #expect(outcome.messages.isEmpty)
    try GoldenFile("Golden/step-plain.txt").expect(outcome.results)
  }

  @Test("ends with its input, and goes on there the next time")
  func end() {
    let first = step("\n\n\n")
    #expect(first.status == .success)
    #expect(first.results.hasSuffix("    y = w·x + c\n"))
    let second = step("")
    #expect(second.status == .success)
    #expect(second.results.contains("This is where you left off."))
    #expect(second.results.contains("    y = w·x + c\n"))
    // A last line without an end is a line.
    #expect(
      step("where").results.contains("Step 8 of 16, 50 % of lesson. Section 2 of 4, Forward: step 1 of "))
  }

  @Test(
    "makes no more of strange input than a line that means nothing",
    arguments: [
      String(repeating: "a", count: 100_000), String(repeating: "(", count: 300_000), "\0", "\u{FEFF}",
      "\u{1B}[2J", "e\u{301}漢", "next\u{0}", "go", ":", ": (", ": w = ", ": w <- 1e999", "answer", "give",
      ": w = \(String(repeating: "1", count: 90_000))", "\u{202E}", "why \u{1B}]0;x\u{7}",
    ])
  func strange(line: String) {
    let outcome = step("\n" + line + "\nwhere\n")
    #expect(outcome.status == .success)
    #expect(outcome.messages.isEmpty)
    #expect(
      outcome.results.contains("\nStep 3 of 16, 18 % of lesson. Section 1 of 4, A small lesson: step 2 of "))
    #expect(outcome.results.hasSuffix("first reading.\n"))
    #expect(!outcome.results.contains { $0 == "\u{1B}" || $0 == "\0" || $0 == "\u{202E}" })
  }

  // MARK: - As a process

  /// What a line of shell prints, in which `longhand` is the program.
  private func shell(_ line: String) throws -> (output: String, messages: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", "longhand() { \"$LONGHAND\" \"$@\"; }\nexec 2>messages\n" + line]
    process.environment = [
      "LONGHAND": try BuiltProgram().path, "PATH": "/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8",
      "XDG_STATE_HOME": folder.path + "/state",
    ]
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (String(decoding: output, as: UTF8.self), folder.text("messages") ?? "")
  }

  @Test("is what a pipe gets, and a reader of it who goes is no fault")
  func pipes() throws {
    let piped = try shell("printf '\\nwhere\\n\\377\\376\\0\\nquit\\n' | longhand step ./lesson.md")
    #expect(piped.output.contains("One paragraph."))
    #expect(piped.output.contains("Step 3 of 16, 18 % of lesson."))
    #expect(piped.output.contains("This is nothing that can be asked for."))
    #expect(!piped.output.contains("\u{1B}"))
    let input = "yes '' | head -n 20000 | longhand step --plain ./lesson.md"
    let cut = try shell(input + " | head -n 3; echo \"${PIPESTATUS[2]}\"")
    #expect(cut.output.hasSuffix("\n0\n"))
    #expect(cut.output.split(separator: "\n", omittingEmptySubsequences: false).count == 5)
    #expect(cut.messages.isEmpty)
  }

  @Test(
    "is chosen where the terminal cannot be drawn on, or is asked for",
    arguments: [(["./lesson.md"], "dumb"), (["--plain", "./lesson.md"], "xterm-256color")])
  func terminal(arguments: [String], kind: String) throws {
    let learner = try Learner(in: folder)
    try learner.call(["step"] + arguments, environment: ["TERM": kind])
    #expect(learner.shows("Enter shows the next step; `help` lists what can be typed."))
    #expect(!learner.terminal.output.contains("\u{1B}[?"))
    learner.type("where\r", until: "Step 2 of 16")
    learner.type("next\r", until: "An arrow, a → b")
    learner.terminal.type("\u{3}")
    learner.expectEnd(.signal(SIGINT))
    #expect(!learner.terminal.output.contains("\u{1B}[?"))
    #expect(folder.text("state/longhand/progress")?.contains("\there\t") == true)

    let returned = try Learner(in: folder)
    try returned.call(["step"] + arguments, environment: ["TERM": kind])
    #expect(returned.shows("This is where you left off."))
    returned.terminal.type("\u{4}")
    returned.expectEnd(.status(0))
  }
}
