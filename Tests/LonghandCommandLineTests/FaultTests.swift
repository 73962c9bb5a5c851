import Diagnostics
import Foundation
import LonghandCommandLine
import Testing

@Suite("What cannot be read or written")
struct FaultTests {
  @Test("is named with the reason, and ends with 1")
  func unreadable() throws {
    let folder = try TemporaryFolder([("folder.md/file", "")])
    for command in ["run", "check"] {
      let missing = longhand([command, "missing.md"], in: folder)
      #expect(missing.status == .failure)
      #expect(missing.messages == "longhand: cannot read `missing.md`: no such file or directory\n")
      let directory = longhand([command, "folder.md"], in: folder)
      #expect(directory.status == .failure)
      #expect(directory.messages == "longhand: cannot read `folder.md`: is a directory\n")
    }
  }

  @Test("includes what is not UTF-8")
  func notText() throws {
    let folder = try TemporaryFolder()
    try Data([0x61, 0x0A, 0xFF]).write(to: folder.url("bytes.md"))
    let outcome = longhand(["run", "bytes.md"], in: folder)
    #expect(outcome.status == .failure)
    #expect(outcome.messages.hasPrefix("bytes.md: error: this file is not UTF-8 text: line 2"))
  }

  @Test("includes what is larger than 10 MB, from a file and from standard input")
  func large() throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: " ", count: 10_000_001)
    try folder.write(text, to: "large.md")
    let outcome = longhand(["run", "large.md"], in: folder)
    #expect(outcome.status == .failure)
    #expect(outcome.messages == "longhand: `large.md` is larger than 10 MB, the most that is read\n")
    #expect(
      longhand(["check", "-"], in: folder, standardInput: text).messages.contains("`<stdin>` is larger"))
    // An endless file is refused as well, though it tells no size.
    #expect(longhand(["run", "/dev/zero"], in: folder).status == .failure)
  }

  @Test("is a reason to stop at once: a full disk with 1 and a message, a closed pipe with 0 and none")
  func output() throws {
    let folder = try TemporaryFolder(Lessons.course)
    func status(_ fault: Output.Fault, _ arguments: [String]) -> (
      status: Status, writes: Int, messages: String
    ) {
      var writes = 0
      var messages: [UInt8] = []
      let status = Invocation(
        arguments: arguments, workingDirectory: folder.path,
        results: Output { _ throws(Output.Fault) in
          writes += 1
          throw fault
        },
        messages: Output { messages += $0 }
      ).run()
      return (status, writes, String(decoding: messages, as: UTF8.self))
    }
    for arguments in [["run", "sum", "sum"], ["check"], ["help"], ["--version"], []] {
      #expect(status(.closedPipe, arguments) == (.success, 1, ""))
      #expect(
        status(.refused(reason: "the disk is full"), arguments)
          == (.failure, 1, "longhand: cannot write to standard output: the disk is full\n"))
    }
  }

  @Test("does not matter where messages go")
  func messages() throws {
    let folder = try TemporaryFolder()
    let status = Invocation(
      arguments: ["run", "missing.md"], workingDirectory: folder.path, results: Output { _ in },
      messages: Output { _ throws(Output.Fault) in throw .closedPipe }
    ).run()
    #expect(status == .failure)
  }
}

@Suite("A failure")
struct FailureTests {
  private static let file = SourceFile(name: "a.md", text: "one\ntwo\n")

  @Test("of Longhand itself ends with 70, and asks for a report")
  func ours() throws {
    let fault = Diagnostic("two ways to one number differ", at: nil, kind: .internalError)
    let failure = try #require(Failure([Diagnostic("a slip", at: nil), fault], in: Self.file))
    #expect(failure.status == .internalFault)
    #expect(
      failure.text == """
        a.md: error: a slip
        a.md: internal error: two ways to one number differ
        longhand: this is a fault of Longhand, not of the lesson: please report it, with the lesson

        """)
  }

  @Test("of a lesson shows its first hundred errors, and counts the rest")
  func many() throws {
    let diagnostics = (1...103).map { Diagnostic("error number \($0)", at: nil) }
    let text = try #require(Failure(diagnostics, in: Self.file)).text
    #expect(text.contains("error number 100\n") && !text.contains("error number 101\n"))
    #expect(text.hasSuffix("\na.md: 3 more like these\n"))
  }

  @Test("is none where there is no error")
  func none() {
    #expect(Failure([], in: Self.file) == nil)
  }
}
