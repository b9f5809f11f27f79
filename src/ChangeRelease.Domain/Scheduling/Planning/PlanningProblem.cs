using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>What is to be planned, checked and ready: items with their slots yet to be found (S-54).</summary>
/// <remarks>It is immutable and may be planned from any number of threads.</remarks>
public sealed class PlanningProblem
{
    /// <summary>How many items a problem may have.</summary>
    public const int MostItems = 100_000;

    /// <summary>How many granules the horizon may have.</summary>
    public const int MostGranules = 1 << 30;

    private readonly IDateTimeZoneProvider _zones;

    private PlanningProblem(PlanningDraft draft, IDateTimeZoneProvider zones)
    {
        (Draft, _zones) = (Ordered(draft), zones);
        Grid = new PlanningGrid(draft.Horizon, draft.Grid);
        Compiled = ProblemCompiler.Compile(Draft, Grid, zones);
    }

    /// <summary>What it was made from, each list in the order of its names.</summary>
    public PlanningDraft Draft { get; }

    /// <summary>What is to be planned, in the order of ids.</summary>
    public ValueList<WorkItem> Items => Draft.Items;

    internal PlanningGrid Grid { get; }

    internal CompiledProblem Compiled { get; }

    /// <summary>Makes a problem.</summary>
    /// <param name="draft">What it is made from.</param>
    /// <param name="zones">Where zones are looked up.</param>
    /// <returns>The problem.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="PlanningDefinitionException">The draft means nothing; it says everything that is wrong.</exception>
    public static PlanningProblem Define(PlanningDraft draft, IDateTimeZoneProvider zones)
    {
        var faults = Verify(draft, zones);
        return faults.Count == 0 ? new PlanningProblem(draft, zones) : throw new PlanningDefinitionException(faults);
    }

    /// <summary>Says everything that is wrong with a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="zones">Where zones are looked up.</param>
    /// <returns>The faults, a hundred at most; none when a problem can be made from it.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ValueList<PlanningFault> Verify(PlanningDraft draft, IDateTimeZoneProvider zones)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(zones);
        return ProblemFaults.Of(draft, zones);
    }

    /// <summary>The problem with something changed, for a what-if.</summary>
    /// <param name="change">Makes the other draft from this one's.</param>
    /// <returns>The other problem; this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    /// <exception cref="PlanningDefinitionException">The other draft means nothing; it says everything that is wrong.</exception>
    public PlanningProblem With(Func<PlanningDraft, PlanningDraft> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Define(change(Draft), _zones);
    }

    /// <summary>An item by its id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The item; null when the problem has none of that id.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public WorkItem? Find(WorkItemId id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Compiled.IndexOf(id) is { } index ? Items[index] : null;
    }

    // The order of what is given must not matter to the plan.
    private static PlanningDraft Ordered(PlanningDraft draft) => draft with
    {
        Items = draft.Items.OrderBy(item => item.Id).ToValueList(),
        Resources = draft.Resources.OrderBy(resource => resource.Id).ToValueList(),
        Precedences = draft.Precedences
            .OrderBy(precedence => precedence.First).ThenBy(precedence => precedence.Second).ThenBy(precedence => precedence.Kind)
            .ThenBy(precedence => precedence.AtLeast).ThenBy(precedence => precedence.AtMost).ToValueList(),
        Exclusions = draft.Exclusions.OrderBy(exclusion => exclusion.Name, StringComparer.Ordinal).ToValueList(),
        Limits = draft.Limits.OrderBy(limit => limit.Name, StringComparer.Ordinal).ToValueList(),
        Closures = draft.Closures.OrderBy(closure => closure.Name, StringComparer.Ordinal).ToValueList(),
        Rules = draft.Rules.OrderBy(rule => rule.Name, StringComparer.Ordinal).ToValueList(),
    };
}
