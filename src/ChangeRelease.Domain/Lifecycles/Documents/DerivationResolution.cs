using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>From a readable document to a derived lifecycle: every name is looked up, then everything is said to a derivation as code would say it.</summary>
internal sealed class DerivationResolution<TAttempt>
{
    private readonly DerivationEntry _entry;
    private readonly Vocabulary<TAttempt> _vocabulary;
    private readonly DocumentFaults _faults;
    private readonly DocumentPlaces _places;
    private readonly TableBuilding<TAttempt> _building;

    private DerivationResolution(DerivationEntry entry, Vocabulary<TAttempt> vocabulary, DocumentFaults faults)
    {
        (_entry, _vocabulary, _faults, _places) = (entry, vocabulary, faults, new DocumentPlaces(faults, isDerivation: true));
        _building = new TableBuilding<TAttempt>(_places, faults);
    }

    /// <param name="entry">The document.</param>
    /// <param name="vocabulary">The words that it may use, its parent among the definitions.</param>
    /// <param name="limits">How large the rows of its own may be.</param>
    /// <param name="complete">Says in the table what its room says in every table.</param>
    /// <param name="faults">What is wrong with its shape; what else is wrong is added.</param>
    public static Lifecycle<TAttempt>? Resolve(
        DerivationEntry entry, Vocabulary<TAttempt> vocabulary, DocumentLimits limits, Action<LifecycleTable<TAttempt>> complete, DocumentFaults faults)
    {
        var isWellShaped = faults.Count == 0;
        var resolution = new DerivationResolution<TAttempt>(entry, vocabulary, faults.Anew());
        var lifecycle = resolution._building.Fits(entry.Transitions ?? [], limits) ? resolution.Resolve(complete, isWellShaped) : null;
        faults.Take(resolution._faults, fault => isWellShaped || resolution.IsCertain(fault));
        return lifecycle;
    }

    // What would have added the word may be the member that is misspelled.
    private bool IsCertain(DocumentFault fault) => fault.Code switch
    {
        "lifecycle.document.state-unknown" when _entry.Insert is null => false,
        "lifecycle.document.trigger-unknown" when _entry.Triggers is null => false,
        _ => LifecycleResolution<TAttempt>.IsCertain(fault),
    };

    private Lifecycle<TAttempt>? Resolve(Action<LifecycleTable<TAttempt>> complete, bool isWellShaped)
    {
        _building.CheckName(_entry.Id, _entry.Version);
        var parent = new Definitions<TAttempt>(_vocabulary, _faults, _places.Suggestions).Find(_entry.Derives, "$.derives");
        var words = new TableWords(_entry, parent?.Description, _places, _faults);
        var derivation = parent is null || !isWellShaped ? null : new Derivation<TAttempt>(parent, _entry.Id, _entry.Version);
        var steps = new DerivationSteps<TAttempt>(derivation, words, new NeedResolution<TAttempt>(_vocabulary, _places, _faults), _places, _faults);
        Each(_entry.Insert, steps.Insert);
        Each(_entry.Require, steps.Require);
        Each(_entry.Forbid, steps.Forbid);
        Each(words.Taken, (taken, _) => derivation?.Takes(taken.Trigger, [.. taken.Parameters]));
        var rows = new RowResolution<TAttempt>(words, _vocabulary, _places, _faults);
        Each(_entry.Transitions, (row, number) => steps.Add(rows.Rows(row, number)));
        words.TellUnused();
        return steps.Finish() is { } table ? Build(table, complete) : null;
    }

    private Lifecycle<TAttempt>? Build(LifecycleTable<TAttempt> table, Action<LifecycleTable<TAttempt>> complete)
    {
        complete(table);
        return _building.Build(table);
    }

    private void Each<T>(IReadOnlyList<T>? entries, Action<T, int> say)
    {
        for (var at = 0; at < entries?.Count && !_faults.IsFull; at++)
        {
            say(entries[at], at);
        }
    }
}
