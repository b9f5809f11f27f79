using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>The refusals of arguments that do not fit a trigger's parameters.</summary>
internal static class ArgumentRefusals
{
    public static ValueList<Refusal> Of(Trigger trigger, ValueList<Parameter> parameters, Arguments arguments) =>
        ArgumentCheck.ProblemsOf(parameters, arguments).Select(problem => Of(trigger, problem)).ToValueList();

    private static Refusal Of(Trigger trigger, ArgumentProblem problem) => problem.Kind switch
    {
        ArgumentProblemKind.Missing => Refusal.Of(
            "lifecycle.argument.missing",
            "Every parameter that requires a value has one.",
            Because(trigger, problem, $"Give a value for '{problem.Parameter}'")),
        ArgumentProblemKind.Malformed => Refusal.Of(
            "lifecycle.argument.malformed",
            "Every value is of its parameter's kind.",
            Because(trigger, problem, $"Give another value for '{problem.Parameter}'")),
        _ => Refusal.Of(
            "lifecycle.argument.unknown",
            "Every value is one that the trigger takes.",
            Because(trigger, problem, $"Leave '{problem.Parameter}' out")),
    };

    private static Why Because(Trigger trigger, ArgumentProblem problem, string remedy) =>
        Why.Because(problem.Message).Seeing("trigger", trigger).Seeing("parameter", problem.Parameter).CuredBy(Remedy.Do(remedy));
}
