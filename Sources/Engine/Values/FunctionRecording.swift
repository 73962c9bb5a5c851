import Algebra
import Autograd

/// How a function of the formulas is put on a tape.
enum FunctionRecording {
  /// As an operation; of more than two arguments as several of it, from left to right.
  case operation(Operation)
  /// As the operations of its expansion, the largest exponent worked out once.
  case softmax, logsumexp
}

extension Function.ID {
  /// How the function is put on a tape.
  var recording: FunctionRecording {
    switch self {
    case .sigmoid: .operation(.sigmoid)
    case .relu: .operation(.relu)
    case .leakyRelu: .operation(.leakyRelu)
    case .prelu: .operation(.prelu)
    case .elu: .operation(.elu)
    case .softplus: .operation(.softplus)
    case .step: .operation(.step)
    case .gelu: .operation(.gelu)
    case .max: .operation(.max)
    case .min: .operation(.min)
    case .softmax: .softmax
    case .logsumexp: .logsumexp
    case .exp: .operation(.exp)
    case .ln: .operation(.ln)
    case .log: .operation(.ln)
    case .log2: .operation(.log2)
    case .log10: .operation(.log10)
    case .sqrt: .operation(.sqrt)
    case .abs: .operation(.abs)
    case .sign: .operation(.sign)
    case .sin: .operation(.sin)
    case .cos: .operation(.cos)
    case .tan: .operation(.tan)
    case .tanh: .operation(.tanh)
    case .arctan: .operation(.arctan)
    case .sinh: .operation(.sinh)
    case .cosh: .operation(.cosh)
    case .erf: .operation(.erf)
    case .floor: .operation(.floor)
    case .factorial: .operation(.factorial)
    }
  }
}
