using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Testing;

/// <summary>A random planning problem.</summary>
public sealed class RandomProblem
{
    private RandomProblem(string name, PlanningProblem problem) => (Name, Problem) = (name, problem);

    /// <summary>What made it, so that it can be made again: <c>small 17</c> is <c>RandomProblems.Small(17)</c>; a problem with something taken out says so.</summary>
    public string Name { get; }

    /// <summary>The problem.</summary>
    public PlanningProblem Problem { get; }

    /// <summary>A checker for its plans.</summary>
    /// <returns>A new checker.</returns>
    public PlanChecker Checker() => PlanChecker.For(Problem, DateTimeZoneProviders.Tzdb);

    /// <summary>The same with a changed draft.</summary>
    /// <param name="change">Makes the other draft.</param>
    /// <returns>The other problem; this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    /// <exception cref="PlanningDefinitionException">The other draft means nothing.</exception>
    public RandomProblem With(Func<PlanningDraft, PlanningDraft> change) => new($"{Name}, changed", Problem.With(change));

    /// <summary>Smaller problems: each with one thing taken out, an item with all that names it.</summary>
    /// <returns>As many problems as there are things.</returns>
    public IEnumerable<RandomProblem> Smaller() => ProblemParts.Without(Problem.Draft).Select(smaller => Of($"{Name}, {smaller.What}", smaller.Draft));

    /// <summary>The problem, small enough to read.</summary>
    /// <returns>The name and how much there is of everything.</returns>
    public override string ToString()
    {
        var draft = Problem.Draft;
        return FormattableString.Invariant(
            $"{Name}: {draft.Items.Count} items, {draft.Resources.Count} resources, {draft.Precedences.Count} precedences, {draft.Exclusions.Count} exclusions, {draft.Limits.Count} limits, {draft.Closures.Count} closures, {draft.Rules.Count} rules, {draft.Horizon} by {draft.Grid.ToText()}");
    }

    internal static RandomProblem Of(string name, PlanningDraft draft) => new(name, PlanningProblem.Define(draft, DateTimeZoneProviders.Tzdb));
}
