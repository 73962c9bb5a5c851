private let infinity = Double.infinity
private let largest = Double.greatestFiniteMagnitude

/// Arguments at which the result is known to the last bit: zeros, infinities, and both sides of every limit.
let edgeRows = powerEdges + hyperbolicEdges + logarithmEdges

private let powerEdges: [FunctionRow] = [
  FunctionRow(.exponential, 0, 1),
  FunctionRow(.exponential, -0.0, 1),
  FunctionRow(.exponential, infinity, infinity),
  FunctionRow(.exponential, -infinity, 0),
  FunctionRow(.exponential, largest, infinity),
  FunctionRow(.exponential, -largest, 0),
  FunctionRow(.exponential, 709.782712893384.nextUp, infinity),
  FunctionRow(.exponential, -745.1332191019411, smallest),
  FunctionRow(.exponential, (-745.1332191019411).nextDown, 0),

  FunctionRow(.exponentialLessOne, 0, 0),
  FunctionRow(.exponentialLessOne, -0.0, -0.0),
  FunctionRow(.exponentialLessOne, infinity, infinity),
  FunctionRow(.exponentialLessOne, -infinity, -1),
  FunctionRow(.exponentialLessOne, largest, infinity),
  FunctionRow(.exponentialLessOne, -largest, -1),
  FunctionRow(.exponentialLessOne, -40, -1),
  FunctionRow(.exponentialLessOne, 709.782712893384.nextUp, infinity),

  FunctionRow(.logistic, 0, 0.5),
  FunctionRow(.logistic, -0.0, 0.5),
  FunctionRow(.logistic, infinity, 1),
  FunctionRow(.logistic, -infinity, 0),
  FunctionRow(.logistic, largest, 1),
  FunctionRow(.logistic, -largest, 0),
  FunctionRow(.logistic, 40, 1),
  FunctionRow(.logistic, -745.1332191019411, smallest),
  FunctionRow(.logistic, (-745.1332191019411).nextDown, 0),

  FunctionRow(.softplus, infinity, infinity),
  FunctionRow(.softplus, -infinity, 0),
  FunctionRow(.softplus, largest, largest),
  FunctionRow(.softplus, -largest, 0),
  FunctionRow(.softplus, 1_000, 1_000),
  FunctionRow(.softplus, -1_000, 0),
  FunctionRow(.softplus, -745.1332191019411, smallest),
]

private let hyperbolicEdges: [FunctionRow] = [
  FunctionRow(.hyperbolicTangent, 0, 0),
  FunctionRow(.hyperbolicTangent, -0.0, -0.0),
  FunctionRow(.hyperbolicTangent, infinity, 1),
  FunctionRow(.hyperbolicTangent, -infinity, -1),
  FunctionRow(.hyperbolicTangent, largest, 1),
  FunctionRow(.hyperbolicTangent, -20, -1),

  FunctionRow(.hyperbolicSine, 0, 0),
  FunctionRow(.hyperbolicSine, -0.0, -0.0),
  FunctionRow(.hyperbolicSine, infinity, infinity),
  FunctionRow(.hyperbolicSine, -infinity, -infinity),
  FunctionRow(.hyperbolicSine, -largest, -infinity),
  FunctionRow(.hyperbolicSine, 710.4758600739439.nextUp, infinity),

  FunctionRow(.hyperbolicCosine, 0, 1),
  FunctionRow(.hyperbolicCosine, -0.0, 1),
  FunctionRow(.hyperbolicCosine, infinity, infinity),
  FunctionRow(.hyperbolicCosine, -infinity, infinity),
  FunctionRow(.hyperbolicCosine, -largest, infinity),
  FunctionRow(.hyperbolicCosine, 710.4758600739439.nextUp, infinity),
]

private let logarithmEdges: [FunctionRow] = [
  FunctionRow(.naturalLogarithm, 1, 0),
  FunctionRow(.naturalLogarithm, 0, -infinity),
  FunctionRow(.naturalLogarithm, -0.0, -infinity),
  FunctionRow(.naturalLogarithm, infinity, infinity),
  FunctionRow(.naturalLogarithm, -infinity, .nan),
  FunctionRow(.naturalLogarithm, -smallest, .nan),
  FunctionRow(.naturalLogarithm, -1, .nan),

  FunctionRow(.naturalLogarithmOfOnePlus, 0, 0),
  FunctionRow(.naturalLogarithmOfOnePlus, -0.0, -0.0),
  FunctionRow(.naturalLogarithmOfOnePlus, -1, -infinity),
  FunctionRow(.naturalLogarithmOfOnePlus, infinity, infinity),
  FunctionRow(.naturalLogarithmOfOnePlus, -infinity, .nan),
  FunctionRow(.naturalLogarithmOfOnePlus, (-1.0).nextDown, .nan),
  FunctionRow(.naturalLogarithmOfOnePlus, -largest, .nan),
]
