import LonghandCommandLine
import TestSupport
import Testing

@Suite("The course of this package")
struct RepositoryTests {
  // Whole, it takes a build for tests half a minute: that is a step of `.ci/run`, with the release program. That all lessons
  // run as they are recorded is among the tests of lessons, too.
  @Test("has no error and nothing to warn of, meets its lectures, and runs as it is recorded")
  func check() throws {
    var text: [UInt8] = []
    var messages: [UInt8] = []
    let output = Output { text += $0 }
    let status = Invocation(
      arguments: ["check"] + (try CourseFolder.quickNames(from: 2)), workingDirectory: PackageFolder().path,
      results: output, messages: Output { messages += $0 }
    ).run()
    #expect(status == .success, "\(String(decoding: text, as: UTF8.self))")
    #expect(String(decoding: messages, as: UTF8.self) == "")
  }
}
