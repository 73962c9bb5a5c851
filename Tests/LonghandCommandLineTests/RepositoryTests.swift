import Foundation
import LonghandCommandLine
import Testing

@Suite("The course of this package")
struct RepositoryTests {
  @Test("has no error, meets its lectures, and runs as it is recorded")
  func check() {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var text: [UInt8] = []
    let output = Output { text += $0 }
    let status = Invocation(
      arguments: ["check"], workingDirectory: root.path(percentEncoded: false), results: output,
      messages: output
    ).run()
    #expect(status == .success, "\(String(decoding: text, as: UTF8.self))")
  }
}
