import LonghandCommandLine
import Testing

@Suite("--timing")
struct TimingTests {
  private static let training = Lessons.lesson(
    "A training", calc: "param w = 1\nE = (w - 3)^2\ntrain w to reduce E with sgd(rate: 0.1) for 5 epochs",
    check: "")

  /// A call whose clock goes on by an eightieth of a second each time that it is looked at.
  private func timed(_ arguments: [String], in folder: TemporaryFolder) -> Outcome {
    var (results, messages): ([UInt8], [UInt8]) = ([], [])
    var ticks = 0.0
    var invocation = Invocation(
      arguments: arguments, workingDirectory: folder.path, results: Output { results += $0 },
      messages: Output { messages += $0 })
    invocation.processorTime = {
      ticks += 1
      return ticks / 80
    }
    let status = invocation.run()
    return Outcome(
      status: status, results: String(decoding: results, as: UTF8.self),
      messages: String(decoding: messages, as: UTF8.self))
  }

  /// The lines of the timing without their numbers.
  private func titles(_ outcome: Outcome) -> [String] {
    outcome.messages.split(separator: "\n").map { line in
      String(line).replacing(#/ +[0-9]+\.[0-9] ms$/#, with: "")
    }
  }

  @Test(
    "says on standard error where the time went, and leaves the results as they are",
    arguments: [["run", "sum"], ["run", "sum", "other-sum"], ["check"], ["check", "other-sum"]])
  func parts(arguments: [String]) throws {
    let folder = try TemporaryFolder(Lessons.course)
    let plain = longhand(arguments, in: folder)
    let timed = longhand(arguments + ["--timing"], in: folder)
    #expect(plain.messages.isEmpty)
    #expect(timed.status == plain.status)
    #expect(timed.results == plain.results)
    #expect(
      titles(timed) == ["timing: reading and resolving", "timing: running", "timing: laying out and writing"])
  }

  @Test("tells the training within the run, in milliseconds below each other")
  func training() throws {
    let folder = try TemporaryFolder([("descent.md", Self.training)])
    let outcome = timed(["run", "--timing", "descent.md"], in: folder)
    #expect(outcome.status == .success)
    #expect(
      outcome.messages == """
        timing: reading and resolving   37.5 ms
        timing: running                 37.5 ms
        timing:   training              12.5 ms
        timing: laying out and writing  12.5 ms

        """)
  }

  @Test("adds up what several lessons take")
  func sums() throws {
    let folder = try TemporaryFolder([("descent.md", Self.training)])
    let outcome = timed(["run", "--timing"] + Array(repeating: "descent.md", count: 10), in: folder)
    #expect(outcome.messages.contains("timing:   training              125.0 ms\n"))
  }

  @Test("comes behind the messages, and says what it can where a lesson fails")
  func failing() throws {
    let folder = try TemporaryFolder([("stop.md", Lessons.stopping), ("wrong.md", Lessons.wrong)])
    let stopped = longhand(["run", "--timing", "stop.md"], in: folder)
    #expect(stopped.status == .failure)
    #expect(stopped.messages.hasPrefix("stop.md:9:"))
    #expect(titles(stopped).suffix(3).first == "timing: reading and resolving")
    let wrong = longhand(["run", "--timing", "wrong.md"], in: folder)
    #expect(titles(wrong).last == "timing: reading and resolving")
  }
}
