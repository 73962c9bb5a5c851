import LessonTestSupport
import Testing
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime
@testable import PrintedNumbers

/// A small system of the lectures with every value and derivative known to 15 digits, from 50-digit arithmetic.
struct WorkedLesson: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// A calc cell whose loss is `L`.
  let cell: String
  /// `Y = 3.825; L = 0.0153125`
  let values: String
  /// `w0 = -0.175; w1 = -0.0875`: the derivatives of the loss.
  let gradient: String

  /// The numbers, each behind what has it.
  var numbers: [(subject: String, digits: String)] {
    numbers(in: values) { $0 } + numbers(in: gradient) { "∂L/∂\($0)" }
  }

  private func numbers(
    in list: String, subject: (String) -> String
  ) -> [(subject: String, digits: String)] {
    list.split(separator: "; ").map { entry in
      let sides = entry.split(separator: " = ").map { String($0) }
      return (subject(sides[0]), sides[1])
    }
  }

  /// The numbers as lines of a check cell, as a lesson would have them.
  var checks: [String] {
    numbers.map { "\($0.subject) = \($0.digits) ± 2\(WorkedLesson.unit(of: $0.digits))" }
  }

  /// The numbers as lines of a check cell that say how many units of the fifteenth digit they are off: the number rule itself
  /// compares no more than fourteen.
  static func distances(_ numbers: [(subject: String, digits: String)]) -> [String] {
    numbers.map { "(\($0.subject) - (\($0.digits)))/1\(unit(of: $0.digits)) = 0 ± 8" }
  }

  /// The unit of the fifteenth significant digit: `e-15` of `0.615383756391182`.
  static func unit(of digits: String) -> String {
    let places = digits.drop { $0 == "-" }
    let leading = places.prefix { $0 == "0" || $0 == "." }.count
    // In `0.0012` the third place behind the point is the first that counts.
    let first = places.first == "0" ? leading - 1 : 1 - places.prefix { $0 != "." }.count
    return "e-\(first + 14)"
  }

  func fixture(checks: [String]) -> LessonFixture {
    let check = checks.joined(separator: "\n")
    return LessonFixture(
      text: "---\ntitle: A lesson\n---\n\n```calc\n\(cell)\n```\n\n```check\n\(check)\n```\n")
  }
}

@Suite struct WorkedExampleTests {
  @Test(arguments: workedLessons)
  func `every value and derivative holds to 15 digits`(example: WorkedLesson) {
    let checks = example.checks + WorkedLesson.distances(example.numbers)
    let fixture = example.fixture(checks: checks)
    #expect(fixture.errors.isEmpty)
    let results = fixture.run.transcript.checks
    #expect(results.count == 2 * example.numbers.count)
    for (result, line) in zip(results, checks) { #expect(result.holds, "\(line)") }
  }

  @Test(arguments: workedLessons)
  func `no value or derivative holds with another digit`(example: WorkedLesson) {
    // One digit after the other becomes another one; the fifteenth is what binary arithmetic may leave open.
    for (place, number) in example.numbers.enumerated() {
      let digits = number.digits.indices.filter { number.digits[$0].isNumber }.prefix(14)
      let wrong = digits.map { index -> (subject: String, digits: String) in
        let next = ((number.digits[index].wholeNumberValue ?? 0) + 5) % 10
        let behind = number.digits.index(after: index)
        return (number.subject, number.digits[..<index] + "\(next)" + number.digits[behind...])
      }
      let checks = WorkedLesson.distances(wrong)
      let results = example.fixture(checks: checks).lesson.run().transcript.checks
      #expect(results.count == digits.count)
      for (result, line) in zip(results, checks) { #expect(!result.holds, "\(place): \(line)") }
    }
  }

  @Test func `the unit is that of the fifteenth digit`() {
    #expect(WorkedLesson.unit(of: "0.615383756391182") == "e-15")
    #expect(WorkedLesson.unit(of: "-0.0964196020566603") == "e-16")
    #expect(WorkedLesson.unit(of: "0.00110805795998136") == "e-17")
    #expect(WorkedLesson.unit(of: "3.825") == "e-14")
  }

  /// All twelve parameters at once; the errors are those before, after the weights alone, and after all.
  @Test func `the 2-2-2 example learns as the lecture says`() {
    let before =
      "w1 = 0.0993351652240112; w2 = 0.199195856069396; w3 = 0.296675826120056; "
      + "w4 = 0.39597928034698; w5 = 0.451878125424104; w6 = 0.550733626507596; w7 = 0.710563915545493; "
      + "w8 = 0.810815160743284"
    let biases =
      "b1 = 0.243351652240112; b2 = 0.24195856069396; b3 = 0.269942031324781; "
      + "b4 = 0.367574660739679"
    for (list, values) in [
      ("w1...w8", before + "; L = 0.240724905461999"),
      ("all", before + "; " + biases + "; L = 0.229214364115062"),
      ("b1...b4, w1...w8", before + "; " + biases + "; L = 0.229214364115062"),
    ] {
      let update = "\nupdate \(list) to reduce L with sgd(rate: 0.6)\nforward"
      let example = WorkedLesson(
        testDescription: list, cell: twoByTwoByTwo.cell + update, values: values, gradient: "")
      let checks = example.checks + WorkedLesson.distances(example.numbers)
      let results = example.fixture(checks: checks).lesson.run().transcript.checks
      #expect(results.count == checks.count)
      for (result, line) in zip(results, checks) { #expect(result.holds, "\(line)") }
    }
  }
}

/// The 2-2-2 network of "Training a Simple Network - Back Propagation", with the biases inferred from its sums.
private let twoByTwoByTwo = WorkedLesson(
  testDescription: "the 2-2-2 network",
  cell: twoTwoTwo.replacing("E_total", with: "L").replacing("E_", with: "E"),
  values: "sum_h1 = 0.41; out_h1 = 0.60108787884837; sum_h2 = 0.47; out_h2 = 0.615383756391182; "
    + "sum_o1 = 1.01977419325889; out_o1 = 0.734928612717014; sum_o2 = 1.2630685203068; "
    + "out_o2 = 0.779553884167756; E1 = 0.234563602259227; E2 = 0.0145259392011494; L = 0.249089541460376",
  gradient: "i1 = 0.00378853772866149; i2 = 0.00868513341730435; w1 = 0.00110805795998136; "
    + "w2 = 0.00134023988434006; w3 = 0.00554028979990682; w4 = 0.00670119942170032; "
    + "w5 = 0.0802031242931606; w6 = 0.0821106224873394; w7 = -0.0176065259091554; "
    + "w8 = -0.0180252679054736; b1 = 0.0110805795998136; b2 = 0.0134023988434006; "
    + "b3 = 0.133429947792031; b4 = -0.029291101232798")

private let neuron = "param w0 = 1.2, w1 = 1.0, w2 = 1.25, w3 = 2.5\ninput x1 = 0.5, x2 = 0.3, x3 = 0.7\n"

let workedLessons: [WorkedLesson] = [
  WorkedLesson(
    testDescription: "the linear neuron",
    cell: neuron + "target t = 4\nY = w0 + w1*x1 + w2*x2 + w3*x3\nL = 1/2*(Y - t)^2",
    values: "Y = 3.825; L = 0.0153125",
    gradient: "w0 = -0.175; w1 = -0.0875; w2 = -0.0525; w3 = -0.1225; x1 = -0.175; x2 = -0.21875; "
      + "x3 = -0.4375"),
  WorkedLesson(
    testDescription: "the logistic neuron",
    cell: neuron + "z = w0 + w1*x1 + w2*x2 + w3*x3\nY = exp(z)/(1 + exp(z))\nL = -ln(Y)",
    values: "z = 3.825; Y = 0.978647443838979; L = 0.0215838199626481",
    gradient: "w0 = -0.0213525561610206; w1 = -0.0106762780805103; w2 = -0.00640576684830617; "
      + "w3 = -0.0149467893127144; x1 = -0.0213525561610206; x2 = -0.0266906952012757; "
      + "x3 = -0.0533813904025514"),
  WorkedLesson(
    testDescription: "the logistic neuron with sigmoid",
    cell: neuron + "z = w0 + w1*x1 + w2*x2 + w3*x3\nY = sigmoid(z)\nL = -ln(Y)",
    values: "z = 3.825; Y = 0.978647443838979; L = 0.0215838199626481",
    gradient: "w0 = -0.0213525561610206; w1 = -0.0106762780805103; w2 = -0.00640576684830617; "
      + "w3 = -0.0149467893127144; x1 = -0.0213525561610206; x2 = -0.0266906952012757; "
      + "x3 = -0.0533813904025514"),
  WorkedLesson(
    testDescription: "the sigmoid neuron",
    cell: """
      param w1 = 2, w2 = -1, b = 0.5
      input x1 = 0.4, x2 = 0.9
      target t = 1
      z = w1*x1 + w2*x2 + b
      a = sigmoid(z)
      L = 1/2*(a - t)^2
      """,
    values: "z = 0.4; a = 0.598687660112452; L = 0.0805257970730094",
    gradient: "w1 = -0.0385678408226641; w2 = -0.0867776418509943; b = -0.0964196020566603; "
      + "x1 = -0.192839204113321; x2 = 0.0964196020566603"),
  WorkedLesson(
    testDescription: "the weighted input",
    cell: """
      input x1 = 0.8, x2 = 0.1, x3 = 0.3
      param w1 = 0.3, w2 = 0.5, w3 = 0.6
      Z = x1*w1 + x2*w2 + x3*w3
      L = 1/2*(Z - 1)^2
      """,
    values: "Z = 0.47; L = 0.14045",
    gradient: "x1 = -0.159; x2 = -0.265; x3 = -0.318; w1 = -0.424; w2 = -0.053; w3 = -0.159"),
  WorkedLesson(
    testDescription: "the bias at x = 0",
    cell: "param w = 2, b = 0.5\ninput x = 0\ntarget t = 2\ny = w*x + b\nL = 1/2*(y - t)^2",
    values: "y = 0.5; L = 1.125",
    gradient: "w = 0; x = -3; b = -1.5"),
  WorkedLesson(
    testDescription: "the neuron f(0.57)",
    cell: """
      param a1 = 0.3, a2 = 0.5, a3 = 0.6, B = 0.1
      input c1 = 0.8, c2 = 0.1, c3 = 0.3
      target t = 1
      z = a1*c1 + a2*c2 + a3*c3 + B
      y = sigmoid(z)
      L = 1/2*(y - t)^2
      """,
    values: "z = 0.57; y = 0.638763175148842; L = 0.0652460218142731",
    gradient: "a1 = -0.0666828096958651; a2 = -0.00833535121198314; a3 = -0.0250060536359494; "
      + "c1 = -0.0250060536359494; c2 = -0.0416767560599157; c3 = -0.0500121072718988; "
      + "B = -0.0833535121198314"),
  WorkedLesson(
    testDescription: "the 2-2-1 network",
    cell: """
      input x1 = 1, x2 = 0.5
      param w11 = 0.2, w12 = -0.4, b1 = 0.1, w21 = 0.7, w22 = 0.3, b2 = -0.2, v1 = 0.5, v2 = -0.6
      target t = 1
      a1 = sigmoid(w11*x1 + w12*x2 + b1)
      a2 = sigmoid(w21*x1 + w22*x2 + b2)
      y = sigmoid(v1*a1 + v2*a2)
      L = 1/2*(y - t)^2
      """,
    values: "a1 = 0.52497918747894; a2 = 0.657010462673499; y = 0.467118354712358; L = 0.141981423942232",
    gradient: "x1 = 0.00924642380626419; x2 = 0.0119960544616802; w11 = -0.0165391499449909; "
      + "w12 = -0.00826957497249544; b1 = -0.0165391499449909; w21 = 0.0179346482789462; "
      + "w22 = 0.00896732413947312; b2 = 0.0179346482789462; v1 = -0.0696354749477745; "
      + "v2 = -0.0871486655187859"),
  WorkedLesson(
    testDescription: "the chain of three layers",
    cell: """
      input x3 = 0.5
      param w1 = 0.4, w2 = -0.6, w3 = 0.8, b1 = 0.1, b2 = 0.2, b3 = -0.3
      target t = 1
      x2 = sigmoid(w3*x3 + b3)
      x1 = sigmoid(w2*x2 + b2)
      y = sigmoid(w1*x1 + b1)
      L = (y - t)^2
      """,
    values: "x2 = 0.52497918747894; x1 = 0.471284754628834; y = 0.571632272636025; L = 0.183498909846977",
    gradient: "x3 = 0.00250288791719817; w1 = -0.0988697907745358; w2 = -0.0109770976135177; "
      + "w3 = 0.00156430494824886; b1 = -0.209787797724121; b2 = -0.0209095862756618; "
      + "b3 = 0.00312860989649771"),
  twoByTwoByTwo,
  WorkedLesson(
    testDescription: "the chain rule along one path",
    cell: """
      param w = 0.5, b = 0
      input x = 0.60108
      target t = 0.05
      z = w*x + b
      a = sigmoid(z)
      L = 1/2*(a - t)^2
      """,
    values: "z = 0.30054; a = 0.574574518990414; L = 0.137589212987012",
    gradient: "w = 0.0770742539372758; x = 0.0641131412934017; b = 0.128226282586803"),
]
