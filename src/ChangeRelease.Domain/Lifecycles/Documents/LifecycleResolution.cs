using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>From a readable document to a lifecycle: every name is looked up, then the table is built and verified like any other.</summary>
internal sealed class LifecycleResolution<TAttempt>
{
    private const int PartsOfRow = 20;

    private readonly LifecycleEntry _entry;
    private readonly Vocabulary<TAttempt> _vocabulary;
    private readonly DocumentFaults _faults;
    private readonly DocumentPlaces _places;

    private LifecycleResolution(LifecycleEntry entry, Vocabulary<TAttempt> vocabulary, DocumentFaults faults) =>
        (_entry, _vocabulary, _faults, _places) = (entry, vocabulary, faults, new DocumentPlaces(faults));

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
        var lifecycle = resolution.Fits(limits) ? resolution.Resolve(complete, isWellShaped) : null;
        faults.Take(resolution._faults, fault => isWellShaped || IsCertain(fault));
        return lifecycle;
    }

    // A member that is misspelled is also one that is missing: what may follow from that alone is not told beside it.
    private static bool IsCertain(DocumentFault fault) => fault.Code switch
    {
        "lifecycle.document.phase-unknown" or "lifecycle.document.destination-not-one" or "lifecycle.document.question-missing"
            or "lifecycle.document.member-misplaced" or "lifecycle.document.argument-missing" => false,
        "lifecycle.document.state-unknown" => !fault.Path.EndsWith(".to", StringComparison.Ordinal) && !fault.Path.Contains(".comesFrom", StringComparison.Ordinal),
        _ => true,
    };

    // A short document may name long lists of states for rows with long lists of cases: what counts is the table that it stands for.
    private bool Fits(DocumentLimits limits)
    {
        var (most, rows, parts) = (limits.MostOf("transitions"), 0L, 0L);
        foreach (var row in _entry.Transitions)
        {
            _faults.Step();
            rows += row.From.Full.Count;
            parts += (long)row.From.Full.Count * ((row.Cases?.Count ?? 0) + (row.Ways?.Sum(way => 1 + (way.Origins?.Count ?? 0)) ?? 0) + (row.Needs?.Count ?? 0));
        }

        var fits = rows <= most && parts <= (long)PartsOfRow * most;
        if (!fits)
        {
            _faults.Fault("document.too-many-items", "$.transitions", FormattableString.Invariant($"Written for each of their states, these are {rows} rows with {parts} cases, origins and requirements; {most} with {(long)PartsOfRow * most} is the most. Take some out, or raise the limit."));
        }

        return fits;
    }

    private Lifecycle<TAttempt>? Resolve(Action<LifecycleTable<TAttempt>> complete, bool isWellShaped)
    {
        if (Identifier.Problem(_entry.Id) is { } problem)
        {
            _faults.Add("lifecycle.document.name-unfit", "$.id", $"A lifecycle's name {problem}. Name it otherwise.");
        }

        if (_entry.Version < 1)
        {
            _faults.Add("lifecycle.document.version-unfit", "$.version", "Versions count from 1. Write 1 or more.");
        }

        var table = new LifecycleTable<TAttempt>(_entry.Id, _entry.Version) { Parent = Parent() };
        Fill(table);
        complete(table);
        return isWellShaped ? Build(table) : null;
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

    private Lifecycle<TAttempt>? Build(LifecycleTable<TAttempt> table)
    {
        // A requirement that nothing knows is missing from the table, and would make it laxer than its parent.
        var isComplete = _faults.Count == 0;
        try
        {
            return Lifecycle.Build(table);
        }
        catch (LifecycleDefinitionException wrong)
        {
            foreach (var fault in wrong.Faults.Where(fault => !_places.IsDoubtful(fault.Code) && (isComplete || fault.Code != "lifecycle.derivation.loosens")))
            {
                _faults.Add(fault.Code, _places.PathOf(fault), $"{fault.Place}: {InDocuments.Say(fault.Message)}");
            }

            return null;
        }
    }
}
