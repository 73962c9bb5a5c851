import Foundation
import LonghandCommandLine
import Testing

@Suite("The course of this package")
struct RepositoryTests {
  @Test("has no error and nothing to warn of, meets its lectures, and runs as it is recorded")
  func check() {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var text: [UInt8] = []
    var messages: [UInt8] = []
    let output = Output { text += $0 }
    let status = Invocation(
      arguments: ["check"], workingDirectory: root.path(percentEncoded: false), results: output,
      messages: Output { messages += $0 }
    ).run()
    #expect(status == .success, "\(String(decoding: text, as: UTF8.self))")
    #expect(String(decoding: messages, as: UTF8.self) == "")
  }
}
