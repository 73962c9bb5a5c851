import Algebra
import LessonTestSupport
import Testing
import Transcript

@testable import Engine
@testable import LessonProgram
@testable import LessonRuntime

/// A training whose course PyTorch has worked out in double precision.
struct TrainingReference: Sendable, CustomTestStringConvertible {
  let clauses: String
  let isSum: Bool
  /// The loss after 1, 2, 10 and 50 epochs.
  let losses: [Double]
  /// `W[1,1]` and `c` after the last.
  let params: [Double]

  init(_ clauses: String, isSum: Bool = false, _ losses: [Double], _ params: [Double]) {
    self.clauses = clauses
    self.isSum = isSum
    self.losses = losses
    self.params = params
  }

  var testDescription: String { clauses }

  var lesson: String {
    """
    ---
    title: A lesson
    decimals: 12
    ---

    ```data xor
    x1, x2, t
    0, 0, 0
    0, 1, 1
    1, 0, 1
    1, 1, 0
    ```

    ```calc
    input x1, x2 from xor
    target t from xor
    param W = [[0.5, -0.4], [0.3, 0.8]], b = [0.1, -0.2], v = [0.7, -0.6], c = 0.05
    h[j] = tanh(W[j,1]*x1 + W[j,2]*x2 + b[j]) for j in 1...2
    o = sigmoid(v[1]*h[1] + v[2]*h[2] + c)
    L = 1/2*(t - o)^2
    train all to reduce \(isSum ? "sum of " : "")L over xor \(clauses) for 50 epochs, reporting 1, 2, 10, 50, W[1,1], c
    ```
    """
  }

  /// PyTorch 2.15 on Linux, `torch.set_default_dtype(torch.float64)`; the gradients of as many batches as are accumulated
  /// are averaged by dividing each loss by their number, those left at the end of an epoch among themselves.
  static let all: [TrainingReference] = [
    .init(
      "with sgd(rate: 0.5)",
      [0.13163667772408275, 0.131472835307674, 0.13031623132654502, 0.12716586661049872],
      [0.38974901243410537, 0.043571731694513886]),
    .init(
      "with adam(rate: 0.05)",
      [0.12957437344201214, 0.1278269980383092, 0.12498388772050141, 0.11185170940818998],
      [-0.9745148572997148, 0.21335028584127552]),
    .init(
      "in batches of 2 with momentum(rate: 0.1)",
      [0.13163708741818014, 0.1313801803558511, 0.12846037721606937, 0.1250441703658814],
      [0.2745225495964935, 0.0608497707400855]),
    .init(
      "in batches of 1 with rmsprop(rate: 0.01)",
      [0.13081621032884552, 0.1304468189340472, 0.12878733096000936, 0.1257185921706523],
      [0.3721087005970007, 0.030172072421706976]),
    .init(
      "in batches of 3 with nesterov(rate: 0.1)",
      [0.13175870080814378, 0.1318447190618191, 0.14112081878143704, 0.13477532519845267],
      [0.47421450345398936, -0.22336730931761367]),
    .init(
      "in batches of 2 with adagrad(rate: 0.1)", isSum: true,
      [0.514993677157881, 0.50973082327875, 0.5009753281070879, 0.47426274971379334],
      [1.0816602087188927, 0.2882231328172561]),
    .init(
      "in batches of 1 with sgd(rate: 0.5), accumulating 2",
      [0.13147137911748566, 0.13115590683041142, 0.12917908810907322, 0.12577394057158672],
      [0.3360563952458928, 0.04423334096600261]),
    .init(
      "in batches of 1, accumulating 3, with adamw(rate: 0.02)", isSum: true,
      [0.5252414075675094, 0.5245657570330334, 0.5388078483357259, 0.5461371886973484],
      [0.28960230539645854, -0.1731461336966715]),
  ]
}

@Suite struct TrainingReferenceTests {
  @Test(arguments: TrainingReference.all)
  func `a training goes as PyTorch's does`(row: TrainingReference) throws {
    let run = LessonFixture(text: row.lesson).lesson.run()
    #expect(run.diagnostics.isEmpty)
    let rows = try #require(run.transcript.tables(ofStep: "train L").first).rows
    #expect(rows.map { $0.numbers[0] } == [1, 2, 10, 50])
    for (numbers, loss) in zip(rows.map(\.numbers), row.losses) {
      #expect(abs(numbers[1] - loss) <= 1e-12, "epoch \(numbers[0])")
    }
    for (number, param) in zip(rows[3].numbers[2...], row.params) { #expect(abs(number - param) <= 2e-12) }
  }
}

extension Transcript {
  /// The tables of the steps of that name.
  func tables(ofStep name: String) -> [Table] {
    parts.flatMap { part -> [Table] in
      guard case .step(let step) = part, step.name == name else { return [] }
      return step.lines.compactMap { if case .table(let table) = $0.content { table } else { nil } }
    }
  }
}

extension [Table.Cell] {
  /// The numbers among the cells.
  var numbers: [Double] { compactMap { if case .number(let number) = $0 { number.value } else { nil } } }
}
