import Autograd
import Testing

/// A small network with every value and gradient known to 15 digits.
struct WorkedExample: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// The given numbers, in the order in which `network` takes them.
  let inputs: [(name: String, number: Double)]
  /// From the inputs the values to compare, the loss last.
  let network: @Sendable ([Value]) -> [Value]
  /// What `network` must return.
  let values: [Double]
  /// The derivatives of the loss by inputs, by their names.
  let gradient: [(name: String, number: Double)]

  /// The example on a tape.
  func recorded() -> (tape: Tape, inputs: [Value], results: [Value]) {
    let tape = Tape()
    let inputs = inputs.map { tape.variable($0.number) }
    return (tape, inputs, network(inputs))
  }
}

/// Half the square of what the output lacks.
func error(_ target: Value, _ output: Value) -> Value { 0.5 * ((target - output) ^ 2) }

/// The 2-2-2 network of "Training a Simple Network - Back Propagation", with the biases inferred from its sums.
let twoByTwoByTwo = WorkedExample(
  testDescription: "the 2-2-2 network",
  inputs: [
    ("i1", 0.1), ("i2", 0.5), ("w1", 0.1), ("w2", 0.2), ("w3", 0.3), ("w4", 0.4), ("w5", 0.5), ("w6", 0.6),
    ("w7", 0.7), ("w8", 0.8), ("b1", 0.25), ("b2", 0.25), ("b3", 0.35), ("b4", 0.35), ("t1", 0.05),
    ("t2", 0.95),
  ],
  network: { given in
    let (i1, i2, t1, t2) = (given[0], given[1], given[14], given[15])
    let (w1, w2, w3, w4) = (given[2], given[3], given[4], given[5])
    let (w5, w6, w7, w8) = (given[6], given[7], given[8], given[9])
    let (b1, b2, b3, b4) = (given[10], given[11], given[12], given[13])
    let sumH1 = i1 * w1 + i2 * w3 + b1
    let outH1 = sigmoid(sumH1)
    let sumH2 = i1 * w2 + i2 * w4 + b2
    let outH2 = sigmoid(sumH2)
    let sumO1 = outH1 * w5 + outH2 * w6 + b3
    let outO1 = sigmoid(sumO1)
    let sumO2 = outH1 * w7 + outH2 * w8 + b4
    let outO2 = sigmoid(sumO2)
    let (e1, e2) = (error(t1, outO1), error(t2, outO2))
    return [sumH1, outH1, sumH2, outH2, sumO1, outO1, sumO2, outO2, e1, e2, e1 + e2]
  },
  values: [
    0.41, 0.60108787884837, 0.47, 0.615383756391182, 1.01977419325889, 0.734928612717014, 1.2630685203068,
    0.779553884167756, 0.234563602259227, 0.0145259392011494, 0.249089541460376,
  ],
  gradient: [
    ("i1", 0.00378853772866149), ("i2", 0.00868513341730435), ("w1", 0.00110805795998136),
    ("w2", 0.00134023988434006), ("w3", 0.00554028979990682), ("w4", 0.00670119942170032),
    ("w5", 0.0802031242931606), ("w6", 0.0821106224873394), ("w7", -0.0176065259091554),
    ("w8", -0.0180252679054736), ("b1", 0.0110805795998136), ("b2", 0.0134023988434006),
    ("b3", 0.133429947792031), ("b4", -0.029291101232798),
  ])

/// The lectures' small systems, worked out to 15 significant digits with 50-digit arithmetic.
let workedExamples: [WorkedExample] = [
  WorkedExample(
    testDescription: "the linear neuron",
    inputs: [
      ("w0", 1.2), ("w1", 1), ("w2", 1.25), ("w3", 2.5), ("x1", 0.5), ("x2", 0.3), ("x3", 0.7), ("t", 4),
    ],
    network: { v in
      let sum = v[0] + v[1] * v[4] + v[2] * v[5] + v[3] * v[6]
      return [sum, error(v[7], sum)]
    },
    values: [3.825, 0.0153125],
    gradient: [
      ("w0", -0.175), ("w1", -0.0875), ("w2", -0.0525), ("w3", -0.1225), ("x1", -0.175), ("x2", -0.21875),
      ("x3", -0.4375),
    ]),
  WorkedExample(
    testDescription: "the logistic neuron",
    inputs: [("w0", 1.2), ("w1", 1), ("w2", 1.25), ("w3", 2.5), ("x1", 0.5), ("x2", 0.3), ("x3", 0.7)],
    network: { v in
      let sum = v[0] + v[1] * v[4] + v[2] * v[5] + v[3] * v[6]
      let output = exp(sum) / (1 + exp(sum))
      return [sum, output, -ln(output)]
    },
    values: [3.825, 0.978647443838979, 0.0215838199626481],
    gradient: [
      ("w0", -0.0213525561610206), ("w1", -0.0106762780805103), ("w2", -0.00640576684830617),
      ("w3", -0.0149467893127144), ("x1", -0.0213525561610206), ("x2", -0.0266906952012757),
      ("x3", -0.0533813904025514),
    ]),
  WorkedExample(
    testDescription: "the sigmoid neuron",
    inputs: [("w1", 2), ("w2", -1), ("b", 0.5), ("x1", 0.4), ("x2", 0.9), ("t", 1)],
    network: { v in
      let sum = v[0] * v[3] + v[1] * v[4] + v[2]
      let output = sigmoid(sum)
      return [sum, output, error(v[5], output)]
    },
    values: [0.4, 0.598687660112452, 0.0805257970730094],
    gradient: [
      ("w1", -0.0385678408226641), ("w2", -0.0867776418509943), ("b", -0.0964196020566603),
      ("x1", -0.192839204113321), ("x2", 0.0964196020566603),
    ]),
  WorkedExample(
    testDescription: "the weighted input",
    inputs: [("x1", 0.8), ("x2", 0.1), ("x3", 0.3), ("w1", 0.3), ("w2", 0.5), ("w3", 0.6), ("t", 1)],
    network: { v in
      let sum = v[0] * v[3] + v[1] * v[4] + v[2] * v[5]
      return [sum, error(v[6], sum)]
    },
    values: [0.47, 0.14045],
    gradient: [
      ("x1", -0.159), ("x2", -0.265), ("x3", -0.318), ("w1", -0.424), ("w2", -0.053), ("w3", -0.159),
    ]),
  WorkedExample(
    testDescription: "the bias at x = 0",
    inputs: [("w", 2), ("x", 0), ("b", 0.5), ("t", 2)],
    network: { v in
      let output = v[0] * v[1] + v[2]
      return [output, error(v[3], output)]
    },
    values: [0.5, 1.125],
    gradient: [("w", 0), ("x", -3), ("b", -1.5)]),
  WorkedExample(
    testDescription: "the neuron f(0.57)",
    inputs: [
      ("a1", 0.3), ("a2", 0.5), ("a3", 0.6), ("c1", 0.8), ("c2", 0.1), ("c3", 0.3), ("B", 0.1), ("t", 1),
    ],
    network: { v in
      let sum = v[0] * v[3] + v[1] * v[4] + v[2] * v[5] + v[6]
      let output = sigmoid(sum)
      return [sum, output, error(v[7], output)]
    },
    values: [0.57, 0.638763175148842, 0.0652460218142731],
    gradient: [
      ("a1", -0.0666828096958651), ("a2", -0.00833535121198314), ("a3", -0.0250060536359494),
      ("c1", -0.0250060536359494), ("c2", -0.0416767560599157), ("c3", -0.0500121072718988),
      ("B", -0.0833535121198314),
    ]),
  WorkedExample(
    testDescription: "the 2-2-1 network",
    inputs: [
      ("x1", 1), ("x2", 0.5), ("w11", 0.2), ("w12", -0.4), ("b1", 0.1), ("w21", 0.7), ("w22", 0.3),
      ("b2", -0.2), ("v1", 0.5), ("v2", -0.6), ("t", 1),
    ],
    network: { v in
      let first = sigmoid(v[2] * v[0] + v[3] * v[1] + v[4])
      let second = sigmoid(v[5] * v[0] + v[6] * v[1] + v[7])
      let output = sigmoid(v[8] * first + v[9] * second)
      return [first, second, output, error(v[10], output)]
    },
    values: [0.52497918747894, 0.657010462673499, 0.467118354712358, 0.141981423942232],
    gradient: [
      ("x1", 0.00924642380626419), ("x2", 0.0119960544616802), ("w11", -0.0165391499449909),
      ("w12", -0.00826957497249544), ("b1", -0.0165391499449909), ("w21", 0.0179346482789462),
      ("w22", 0.00896732413947312), ("b2", 0.0179346482789462), ("v1", -0.0696354749477745),
      ("v2", -0.0871486655187859),
    ]),
  WorkedExample(
    testDescription: "the chain of three layers",
    inputs: [
      ("x3", 0.5), ("w1", 0.4), ("w2", -0.6), ("w3", 0.8), ("b1", 0.1), ("b2", 0.2), ("b3", -0.3), ("t", 1),
    ],
    network: { v in
      let x2 = sigmoid(v[3] * v[0] + v[6])
      let x1 = sigmoid(v[2] * x2 + v[5])
      let output = sigmoid(v[1] * x1 + v[4])
      return [x2, x1, output, (output - v[7]) ^ 2]
    },
    values: [0.52497918747894, 0.471284754628834, 0.571632272636025, 0.183498909846977],
    gradient: [
      ("x3", 0.00250288791719817), ("w1", -0.0988697907745358), ("w2", -0.0109770976135177),
      ("w3", 0.00156430494824886), ("b1", -0.209787797724121), ("b2", -0.0209095862756618),
      ("b3", 0.00312860989649771),
    ]),
  twoByTwoByTwo,
  WorkedExample(
    testDescription: "the chain rule along one path",
    inputs: [("w", 0.5), ("x", 0.60108), ("b", 0), ("t", 0.05)],
    network: { v in
      let sum = v[0] * v[1] + v[2]
      let output = sigmoid(sum)
      return [sum, output, error(v[3], output)]
    },
    values: [0.30054, 0.574574518990414, 0.137589212987012],
    gradient: [("w", 0.0770742539372758), ("x", 0.0641131412934017), ("b", 0.128226282586803)]),
]
