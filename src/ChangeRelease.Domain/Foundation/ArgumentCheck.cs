namespace ChangeRelease.Domain.Foundation;

/// <summary>One thing that is wrong with arguments: which parameter it is about, and a sentence.</summary>
internal sealed record ArgumentProblem(string Parameter, ArgumentProblemKind Kind, string Message);

/// <summary>The manners in which an argument is wrong.</summary>
internal enum ArgumentProblemKind
{
    /// <summary>A value is required and not given.</summary>
    Missing,

    /// <summary>A value is given that is not one of the parameter's.</summary>
    Malformed,

    /// <summary>A value is given that nothing takes.</summary>
    Unknown,
}

/// <summary>Holds arguments against parameters; finds everything that is wrong at once.</summary>
internal static class ArgumentCheck
{
    public static IEnumerable<ArgumentProblem> ProblemsOf(ValueList<Parameter> parameters, Arguments arguments) =>
        parameters.Select(parameter => ProblemOf(parameter, arguments.Find(parameter.Name))).OfType<ArgumentProblem>()
            .Concat(Unknown(parameters, arguments));

    private static ArgumentProblem? ProblemOf(Parameter parameter, string? json)
    {
        if (json is null)
        {
            return parameter.IsRequired ? new ArgumentProblem(parameter.Name, ArgumentProblemKind.Missing, $"No value is given for '{parameter.Name}'.") : null;
        }

        return parameter.Problem(json) is { } problem
            ? new ArgumentProblem(parameter.Name, ArgumentProblemKind.Malformed, $"The value given for '{parameter.Name}' {problem}.")
            : null;
    }

    private static IEnumerable<ArgumentProblem> Unknown(ValueList<Parameter> parameters, Arguments arguments) => arguments.Names
        .Except(parameters.Select(parameter => parameter.Name), StringComparer.Ordinal)
        .Select(name => new ArgumentProblem(name, ArgumentProblemKind.Unknown, $"Nothing takes a value for '{name}'."));
}
