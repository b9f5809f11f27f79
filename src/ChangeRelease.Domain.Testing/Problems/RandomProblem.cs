using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Testing;

/// <summary>A random planning problem, with the rules of the host's own that it has.</summary>
public sealed class RandomProblem
{
    private RandomProblem(string name, PlanningProblem problem, ValueList<CheckedRule> rules) => (Name, Problem, Rules) = (name, problem, rules);

    /// <summary>What made it, so that it can be made again: <c>small 17</c> is <c>RandomProblems.Small(17)</c>; a problem with something taken out says so.</summary>
    public string Name { get; }

    /// <summary>The problem.</summary>
    public PlanningProblem Problem { get; }

    /// <summary>The rules of the host's own that it has.</summary>
    public ValueList<CheckedRule> Rules { get; }

    /// <summary>A checker for its plans.</summary>
    /// <returns>A new checker.</returns>
    public PlanChecker Checker() => PlanChecker.For(Problem, DateTimeZoneProviders.Tzdb, Rules);

    /// <summary>The same with a changed draft.</summary>
    /// <param name="change">Makes the other draft; rules may be taken out, but not added.</param>
    /// <returns>The other problem; this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    /// <exception cref="PlanningDefinitionException">The other draft means nothing.</exception>
    public RandomProblem With(Func<PlanningDraft, PlanningDraft> change)
    {
        var problem = Problem.With(change);
        return new RandomProblem($"{Name}, changed", problem, Rules.Where(rule => problem.Draft.Rules.Contains(rule.Rule)).ToValueList());
    }

    /// <summary>Smaller problems: each with one thing taken out, an item with all that names it.</summary>
    /// <returns>As many problems as there are things.</returns>
    public IEnumerable<RandomProblem> Smaller() => ProblemParts.Without(Problem.Draft).Select(smaller =>
        new RandomProblem($"{Name}, {smaller.What}", PlanningProblem.Define(smaller.Draft, DateTimeZoneProviders.Tzdb), Rules.Where(rule => smaller.Draft.Rules.Contains(rule.Rule)).ToValueList()));

    /// <summary>The problem, small enough to read.</summary>
    /// <returns>The name and how much there is of everything.</returns>
    public override string ToString()
    {
        var draft = Problem.Draft;
        return FormattableString.Invariant(
            $"{Name}: {draft.Items.Count} items, {draft.Resources.Count} resources, {draft.Precedences.Count} precedences, {draft.Exclusions.Count} exclusions, {draft.Limits.Count} limits, {draft.Closures.Count} closures, {draft.Rules.Count} rules, {draft.Horizon} by {draft.Grid.ToText()}");
    }

    internal static RandomProblem Of(string name, PlanningDraft draft, ValueList<CheckedRule> rules) => new(name, PlanningProblem.Define(draft, DateTimeZoneProviders.Tzdb), rules);
}
