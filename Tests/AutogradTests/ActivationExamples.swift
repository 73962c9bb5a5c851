import Autograd

/// The lectures' activations, each with the loss `½(a − t)²` behind it unless it says otherwise, worked out to 15
/// significant digits with 50-digit arithmetic.
let activationExamples: [WorkedExample] = [
  WorkedExample(
    testDescription: "the identity",
    inputs: [("w", 0.7), ("x", 2), ("t", 0.5)],
    network: { v in
      let a = v[0] * v[1]
      return [a, error(v[2], a)]
    },
    values: [1.4, 0.405],
    gradient: [("w", 1.8), ("x", 0.63)]),
  WorkedExample(
    testDescription: "the binary step on both sides and at 0, summed",
    inputs: [("below", -0.5), ("at", 0), ("above", 0.5)],
    network: { v in
      let steps = v.map { step($0) }
      return steps + [steps[0] + steps[1] + steps[2]]
    },
    values: [0, 1, 1, 2],
    gradient: [("below", 0), ("at", 0), ("above", 0)]),
  WorkedExample(
    testDescription: "the logistic function",
    inputs: [("x", 0.5), ("t", 0.5)],
    network: { v in
      let a = sigmoid(v[0])
      return [a, error(v[1], a)]
    },
    values: [0.622459331201855, 0.00749814389920276],
    gradient: [("x", 0.0287783974261604)]),
  WorkedExample(
    testDescription: "tanh",
    inputs: [("x", 0.5), ("t", 0.5)],
    network: { v in
      let a = tanh(v[0])
      return [a, error(v[1], a)]
    },
    values: [0.46211715726001, 0.000717554887031416],
    gradient: [("x", -0.0297928757911701)]),
  WorkedExample(
    testDescription: "tanh as 2/(1 + e^(−2x)) − 1",
    inputs: [("x", 0.5), ("t", 0.5)],
    network: { v in
      let a = 2 / (1 + exp(-2 * v[0])) - 1
      return [a, error(v[1], a)]
    },
    values: [0.46211715726001, 0.000717554887031416],
    gradient: [("x", -0.0297928757911701)]),
  WorkedExample(
    testDescription: "arctan",
    inputs: [("x", 0.5), ("t", 0.5)],
    network: { v in
      let a = arctan(v[0])
      return [a, error(v[1], a)]
    },
    values: [0.463647609000806, 0.000660748165679136],
    gradient: [("x", -0.0290819127993551)]),
  WorkedExample(
    testDescription: "relu",
    inputs: [("w", 0.7), ("x", 2), ("t", 0.5)],
    network: { v in
      let a = relu(v[0] * v[1])
      return [a, error(v[2], a)]
    },
    values: [1.4, 0.405],
    gradient: [("w", 1.8), ("x", 0.63)]),
  WorkedExample(
    testDescription: "prelu",
    inputs: [("alpha", 0.25), ("x", -2), ("t", 0.5)],
    network: { v in
      let a = prelu(v[1], v[0])
      return [a, error(v[2], a)]
    },
    values: [-0.5, 0.5],
    gradient: [("alpha", 2), ("x", -0.25)]),
  WorkedExample(
    testDescription: "leaky relu",
    inputs: [("x", -2), ("t", 0.5)],
    network: { v in
      let a = leakyRelu(v[0])
      return [a, error(v[1], a)]
    },
    values: [-0.2, 0.245],
    gradient: [("x", -0.07)]),
  WorkedExample(
    testDescription: "elu",
    inputs: [("alpha", 1), ("x", -1), ("t", 0.5)],
    network: { v in
      let a = elu(v[1], v[0])
      return [a, error(v[2], a)]
    },
    values: [-0.632120558828558, 0.640848479861143],
    gradient: [("alpha", 0.715636680308007), ("x", -0.416483878520551)]),
  WorkedExample(
    testDescription: "softplus",
    inputs: [("x", 0.5), ("t", 0.5)],
    network: { v in
      let a = softplus(v[0])
      return [a, error(v[1], a)]
    },
    values: [0.974076984180107, 0.112374493464653],
    gradient: [("x", 0.295093642510941)]),
  WorkedExample(
    testDescription: "softmax, with the loss −ln p2",
    inputs: [("z1", 1), ("z2", 2), ("z3", 0.5)],
    network: { v in
      let powers = v.map { exp($0) }
      let sum = powers[0] + powers[1] + powers[2]
      let shares = powers.map { $0 / sum }
      return shares + [-ln(shares[1])]
    },
    values: [0.231223897622149, 0.628531719211762, 0.140244383166088, 0.464368784107945],
    gradient: [("z1", 0.231223897622149), ("z2", -0.371468280788238), ("z3", 0.140244383166088)]),
  WorkedExample(
    testDescription: "maxout",
    inputs: [
      ("x1", 1), ("x2", -2), ("p1", 0.5), ("p2", 0.2), ("b1", 0.1), ("q1", -0.3), ("q2", 0.4), ("b2", 0.2),
      ("t", 1),
    ],
    network: { v in
      let first = v[2] * v[0] + v[3] * v[1] + v[4]
      let second = v[5] * v[0] + v[6] * v[1] + v[7]
      let output = max(first, second)
      return [first, second, output, error(v[8], output)]
    },
    values: [0.2, -0.9, 0.2, 0.32],
    gradient: [
      ("x1", -0.4), ("x2", -0.16), ("p1", -0.8), ("p2", 1.6), ("b1", -0.8), ("q1", 0), ("q2", 0), ("b2", 0),
    ]),
]
