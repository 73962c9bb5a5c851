import Testing

@testable import Autograd

/// What rounding to 15 significant digits allows, and a little for the last bits of the C library.
private let fifteenDigits = 1e-14

@Suite("A worked example")
struct WorkedExampleTests {
  @Test("has the values that were worked out to 15 digits", arguments: workedExamples + activationExamples)
  func values(example: WorkedExample) {
    let (tape, _, results) = example.recorded()
    #expect(results.count == example.values.count)
    for (result, value) in zip(results, example.values) {
      #expect(agrees(tape.value(of: result.node), value, within: fifteenDigits))
    }
  }

  @Test("has the gradient that was worked out to 15 digits", arguments: workedExamples + activationExamples)
  func gradient(example: WorkedExample) throws {
    let (tape, inputs, results) = example.recorded()
    let derivatives = tape.derivatives(of: try #require(results.last))
    for (name, number) in example.gradient {
      let place = try #require(example.inputs.firstIndex { $0.name == name })
      #expect(agrees(derivatives[inputs[place]], number, within: fifteenDigits), "by \(name)")
    }
  }

  @Test(
    "has the logistic function's slopes",
    arguments: [(0, 0.25), (5, 0.00664805667079015), (10, 0.0000453958077359517)])
  func logisticSlopes(x: Double, slope: Double) {
    let tape = Tape()
    let (above, below) = (tape.variable(x), tape.variable(-x))
    #expect(agrees(tape.derivatives(of: sigmoid(below))[below], slope, within: fifteenDigits))
    // Worked out as it is shown, out·(1 − out), it loses the digits that the output has in common with 1.
    #expect((tape.derivatives(of: sigmoid(above))[above] - slope).magnitude <= 0x1p-52)
  }

  @Test("has the slope of arctan at 0.5")
  func arctanSlope() {
    let tape = Tape()
    let x = tape.variable(0.5)
    #expect(tape.derivatives(of: arctan(x))[x] == 0.8)
  }

  @Test("descends by its gradient to the updated weights and errors")
  func gradientDescent() throws {
    let (tape, inputs, results) = twoByTwoByTwo.recorded()
    let loss = try #require(results.last)
    let derivatives = tape.derivatives(of: loss)
    func update(_ expected: [Double], from first: Int) {
      for (place, number) in expected.enumerated() {
        let input = inputs[first + place]
        let updated = input.value - 0.6 * derivatives[input]
        #expect(agrees(updated, number, within: fifteenDigits))
        tape.setValue(updated, ofLeaf: input.node)
      }
      tape.recompute()
    }
    let (firstWeight, firstBias) = (2, 10)
    #expect(agrees(loss.value, 0.249089541460376, within: fifteenDigits))
    update(
      [
        0.0993351652240112, 0.199195856069396, 0.296675826120056, 0.39597928034698, 0.451878125424104,
        0.550733626507596, 0.710563915545493, 0.810815160743284,
      ], from: firstWeight)
    #expect(agrees(loss.value, 0.240724905461999, within: fifteenDigits))
    update([0.243351652240112, 0.24195856069396, 0.269942031324781, 0.367574660739679], from: firstBias)
    #expect(agrees(loss.value, 0.229214364115062, within: fifteenDigits))
  }
}
