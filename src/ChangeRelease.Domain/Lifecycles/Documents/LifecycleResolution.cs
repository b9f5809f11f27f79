using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>From a readable document to a lifecycle: every name is looked up, then the table is built and verified like any other.</summary>
internal sealed class LifecycleResolution<TAttempt>
{
    private readonly LifecycleEntry _entry;
    private readonly Vocabulary<TAttempt> _vocabulary;
    private readonly DocumentFaults _faults;
    private readonly DocumentPlaces _places;
    private readonly TableBuilding<TAttempt> _building;

    private LifecycleResolution(LifecycleEntry entry, Vocabulary<TAttempt> vocabulary, DocumentFaults faults)
    {
        (_entry, _vocabulary, _faults, _places) = (entry, vocabulary, faults, new DocumentPlaces(faults));
        _building = new TableBuilding<TAttempt>(_places, faults);
    }

    /// <param name="entry">The document.</param>
    /// <param name="vocabulary">The words that it may use.</param>
    /// <param name="limits">How large the table may be that it stands for.</param>
    /// <param name="complete">Says in the table what its room says in every table.</param>
    /// <param name="faults">What is wrong with its shape; what else is wrong is added.</param>
    public static Lifecycle<TAttempt>? Resolve(
        LifecycleEntry entry, Vocabulary<TAttempt> vocabulary, DocumentLimits limits, Action<LifecycleTable<TAttempt>> complete, DocumentFaults faults)
    {
        var isWellShaped = faults.Count == 0;
        var resolution = new LifecycleResolution<TAttempt>(entry, vocabulary, faults.Anew());
        var lifecycle = resolution._building.Fits(entry.Transitions, limits) ? resolution.Resolve(complete, isWellShaped) : null;
        faults.Take(resolution._faults, fault => isWellShaped || IsCertain(fault));
        return lifecycle;
    }

    // A member that is misspelled is also one that is missing: what may follow from that alone is not told beside it.
    public static bool IsCertain(DocumentFault fault) => fault.Code switch
    {
        "lifecycle.document.phase-unknown" or "lifecycle.document.destination-not-one" or "lifecycle.document.question-missing"
            or "lifecycle.document.member-misplaced" or "lifecycle.document.argument-missing" => false,
        "lifecycle.document.state-unknown" => !fault.Path.EndsWith(".to", StringComparison.Ordinal) && !fault.Path.Contains(".comesFrom", StringComparison.Ordinal),
        _ => true,
    };

    private Lifecycle<TAttempt>? Resolve(Action<LifecycleTable<TAttempt>> complete, bool isWellShaped)
    {
        _building.CheckName(_entry.Id, _entry.Version);
        var table = new LifecycleTable<TAttempt>(_entry.Id, _entry.Version) { Parent = Parent() };
        Fill(table);
        complete(table);
        return isWellShaped ? _building.Build(table) : null;
    }

    private Lifecycle<TAttempt>? Parent() => _entry.DerivedFrom is { } parent ? new Definitions<TAttempt>(_vocabulary, _faults, _places.Suggestions).Find(parent, "$.derivedFrom") : null;

    private void Fill(LifecycleTable<TAttempt> table)
    {
        var words = new TableWords(_entry, _places, _faults);
        if (words.States.Count > 0)
        {
            table.In([.. words.States]);
        }

        if (words.State(_entry.Start, "$.start") is { } start)
        {
            table.StartsIn(start);
        }

        table.EndsIn([.. _entry.Ends.Select((name, at) => words.State(name, $"$.ends[{at}]")).OfType<State>()]);
        foreach (var taken in words.Taken)
        {
            table.Takes(taken.Trigger, [.. taken.Parameters]);
        }

        var rows = new RowResolution<TAttempt>(words, _vocabulary, _places, _faults);
        for (var at = 0; at < _entry.Transitions.Count && !_faults.IsFull; at++)
        {
            table.Rows.AddRange(rows.Rows(_entry.Transitions[at], at));
        }

        words.TellUnused();
    }
}
