import Foundation
import TestSupport
import Testing

@testable import LonghandCommandLine

@Suite("longhand completions")
struct CompletionTests {
  @Test("knows what can stand for every operand and every value of an option")
  func placeholders() {
    for placeholder in Command.all.map(\.operands) + Arguments.options.compactMap(\.placeholder) {
      #expect(Candidates(placeholder: placeholder) != nil, "\(placeholder)")
    }
  }

  @Test("has every command, option and topic in every script", arguments: CompletionScript.all.map(\.shell))
  func complete(shell: String) throws {
    let outcome = longhand(["completions", shell], in: try TemporaryFolder())
    #expect(outcome.status == .success)
    #expect(outcome.messages.isEmpty)
    let words = Set(
      outcome.results.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }.map(String.init))
    let options = Arguments.options.map { shell == "fish" ? String($0.name.dropFirst(2)) : $0.name }
    for word in Command.all.map(\.name) + Topic.all.map(\.name) + options {
      #expect(words.contains(word), "\(word)")
    }
    #expect(outcome.results.contains("list --names"))
  }

  @Test(
    "is for one shell that it knows",
    arguments: [
      ([], "usage: longhand completions SHELL"), (["bash", "zsh"], "usage: "),
      (["bsah"], "did you mean `bash`?"), (["powershell"], "the shells are bash, zsh, fish"),
    ])
  func wrong(shells: [String], hint: String) throws {
    let outcome = longhand(["completions"] + shells, in: try TemporaryFolder())
    #expect(outcome.status == .wrongUsage)
    #expect(outcome.messages.contains(hint))
  }

  // MARK: bash

  private static let course = [
    ("Lessons/11-sum.md", Lessons.fine), ("Lessons/12-other-sum.md", Lessons.fine),
    ("other/11-two words.md", Lessons.fine), ("other/12-$(touch hacked).md", Lessons.fine),
    ("Lessons/claims.csv", Lessons.claims), ("mine.csv", ""), ("my lesson.md", Lessons.fine),
    ("notes.txt", ""),
  ]

  /// What bash offers in the place of the last of `words`, in alphabetical order.
  private func replies(_ words: [String], in folder: TemporaryFolder) throws -> [String] {
    let script = longhand(["completions", "bash"], in: folder).results
    try folder.write(script, to: "completions.bash")
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments =
      [
        "--norc", "-c",
        """
        set -u; source completions.bash; program=$1; shift
        COMP_WORDS=("$program" "$@"); COMP_CWORD=$#
        _longhand "$program" "${!#}" "${COMP_WORDS[COMP_CWORD - 1]}"
        ((${#COMPREPLY[@]} > 0)) && printf '%s\\n' "${COMPREPLY[@]}"
        """, "bash", try BuiltProgram().path,
      ] + words
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder.path]
    process.currentDirectoryURL = URL(filePath: folder.path)
    let (pipe, errors) = (Pipe(), Pipe())
    process.standardOutput = pipe
    process.standardError = errors
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    let complaints = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(String(decoding: complaints, as: UTF8.self) == "")
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init).sorted()
  }

  @Test(
    "in bash gives the words that fit",
    arguments: [
      (["r"], ["run"]), ([""], Command.all.map(\.name).sorted()),
      (["c"], ["check", "claim", "claims", "compare", "completions"]),
      (["--v"], ["--version"]), (["--width", "40", "l"], ["list"]), (["--width", "=", "40", "l"], ["list"]),
      (["run", "--w"], ["--width"]), (["list", "--"], ["--help", "--lessons", "--names", "--width"]),
      (["run", "s"], ["sum"]), (["run", "sum", "o"], ["other", "other-sum"]),
      (["check", ""], ["Lessons", "my lesson.md", "other", "other-sum", "sum"]),
      (["run", "my"], ["my lesson.md"]),
      (["run", "Lessons/1"], ["Lessons/11-sum.md", "Lessons/12-other-sum.md"]),
      (["run", "--lessons", "o"], ["other"]), (["run", "--lessons", "other", "tw"], ["two words"]),
      (["run", "--lessons", "=", "other", "tw"], ["two words"]),
      (["--lessons=other", "run", "tw"], ["two words"]),
      (["run", "--lessons", "other", "$"], ["$(touch hacked)"]), (["run", "--lessons", "nowhere", "s"], []),
      (["run", "--color", ""], ["always", "auto", "never"]), (["run", "--color", "=", "n"], ["never"]),
      (["run", "--color", "="], ["always", "auto", "never"]), (["run", "--color=n"], ["--color=never"]),
      (["run", "--data", "xor", "=", "mi"], ["mine.csv"]), (["run", "--data", "xor=mi"], ["xor=mine.csv"]),
      (["run", "--data", "mi"], []), (["run", "--set", "s"], []), (["run", "--width", ""], []),
      (["step", "--keys", "no"], ["notes.txt"]), (["run", "--", "s"], ["sum"]), (["run", "--", "--w"], []),
      (["help", "f"], ["format", "functions"]), (["help", "li"], ["list"]), (["list", "s"], []),
      (["completions", ""], ["bash", "fish", "zsh"]), (["claim", "S1"], ["S1-001", "S1-002"]),
      (["claim", "S1-001", "S0-09"], ["S0-090"]), (["claim", "--lessons", "other", "S"], []),
      (["claims", "--verdict", "w"], ["wrong"]), (["claims", "--lecture", ""], []),
      (["claims", "s"], ["sum"]), (["nonsense", ""], []),
    ])
  func bash(words: [String], replies: [String]) throws {
    let folder = try TemporaryFolder(Self.course)
    #expect(try self.replies(words, in: folder) == replies)
    #expect(folder.text("hacked") == nil)
  }

  @Test("in bash gives no lesson where there is no course")
  func noCourse() throws {
    #expect(try replies(["run", "--lessons", "nowhere", "s"], in: try TemporaryFolder()) == [])
  }

  // MARK: Other shells, where they are

  /// Where a program of the given name is.
  private static func path(of name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// What a shell says of its script, in the folder of the course.
  private func output(of shell: String, _ arguments: [String]) throws -> String {
    let folder = try TemporaryFolder(Self.course)
    try folder.write(longhand(["completions", shell], in: folder).results, to: "script")
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.path(of: shell)))
    process.arguments = arguments
    let programs = URL(filePath: try BuiltProgram().path).deletingLastPathComponent().path
    process.environment = ["PATH": "\(programs):/usr/bin:/bin", "HOME": folder.path]
    process.currentDirectoryURL = URL(filePath: folder.path)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }

  @Test("is read by zsh without complaint", .enabled(if: path(of: "zsh") != nil))
  func zsh() throws {
    #expect(try output(of: "zsh", ["-f", "-n", "script"]) == "")
  }

  @Test("in fish gives the words that fit", .enabled(if: path(of: "fish") != nil))
  func fish() throws {
    for (call, reply) in [
      ("longhand r", "run\t"), ("longhand --lessons other run tw", "two words"), ("longhand run s", "sum"),
      ("longhand run --color=n", "--color=never\t"), ("longhand claim S0-09", "S0-090"),
      ("longhand help f", "format\nfunctions\n"),
    ] {
      let text = try output(of: "fish", ["--no-config", "-c", "source script; complete -C '\(call)'"])
      #expect(("\n" + text).contains("\n" + reply), "\(call)")
    }
  }
}
