import LessonTestSupport
import Testing
import Transcript

@testable import LessonProgram
@testable import LessonRuntime
@testable import Tutor

@Suite struct RandomNetworkTests {
  private func results(_ network: RandomNetwork, _ checks: [String]) -> [Check] {
    let fixture = LessonFixture(
      text: "---\ntitle: A lesson\n---\n\n```calc\n\(network.cell)\n```\n\n```check\n"
        + checks.joined(separator: "\n") + "\n```\n")
    #expect(fixture.errors.isEmpty)
    return fixture.run.transcript.checks
  }

  @Test(arguments: (1...30).map { RandomNetwork(seed: $0) })
  func `the tape agrees with the textbook's rules for layers`(network: RandomNetwork) {
    let (loss, gradient) = network.lossAndGradient
    let checks =
      ["L = \(loss) ± \(1e-12 * max(1, loss))"]
      + gradient.map { "∂L/∂\($0.name) = \($0.derivative) ± \(1e-11 * max(1, abs($0.derivative)))" }
    let results = results(network, checks)
    #expect(results.count == gradient.count + 1)
    for (result, line) in zip(results, checks) { #expect(result.holds, "\(line)") }
  }

  @Test(arguments: (1...30).map { RandomNetwork(seed: $0) })
  func `the tape agrees with central differences`(network: RandomNetwork) {
    let differences = network.differences
    let checks = differences.map {
      "∂L/∂\($0.name) = \($0.derivative) ± \(1e-7 * max(1, abs($0.derivative)))"
    }
    let results = results(network, checks)
    #expect(results.count == differences.count)
    for (result, line) in zip(results, checks) { #expect(result.holds, "\(line)") }
  }

  @Test(arguments: (1...10).map { RandomNetwork(seed: $0) })
  func `every way to show a network's derivatives finds no fault`(network: RandomNetwork) {
    let names = network.lossAndGradient.gradient.map(\.name)
    let commands = names.map { "explain ∂L/∂\($0)" } + ["backward L", "explain L"]
    let update = "update all to reduce L with sgd(rate: 0.01)\nforward\n"
    let fixture = LessonFixture(
      ([network.cell] + commands + [update] + commands).joined(separator: "\n"))
    #expect(fixture.errors.isEmpty)
    let run = fixture.run
    let truth = PrintedTruth(of: run.transcript)
    #expect(truth.lies.isEmpty)
    #expect(truth.linkCount > 2 * names.count)
  }

  @Test func `the networks are worth it`() {
    let gradients = (1...60).flatMap { RandomNetwork(seed: $0).lossAndGradient.gradient.map(\.derivative) }
    #expect(gradients.count > 400)
    #expect(gradients.count { abs($0) > 1e-3 } > gradients.count * 3 / 4)
    #expect(gradients.allSatisfy { abs($0) < 1e6 })
  }
}
