using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Says the entries of a document to a derivation, and tells what is wrong with each by its path.</summary>
/// <param name="derivation">What is said to; null when nothing can come of it, so that only names are looked up.</param>
/// <param name="words">The states and triggers of the parent and of the document.</param>
/// <param name="needs">Finds requirements.</param>
/// <param name="places">Where things stand in the document.</param>
/// <param name="faults">What is wrong.</param>
internal sealed class DerivationSteps<TAttempt>(
    Derivation<TAttempt>? derivation, TableWords words, NeedResolution<TAttempt> needs, DocumentPlaces places, DocumentFaults faults)
{
    private const int MostRequirements = 64;
    private const string NoState = "No state is named. Name one or several, or leave \"from\" out.";

    private readonly DerivationPlaces<TAttempt> _written = new(places);
    private readonly Dictionary<(State? From, Trigger Trigger), int> _asked = [];

    public void Insert(InsertEntry entry, int number)
    {
        faults.Step();
        var path = FormattableString.Invariant($"$.insert[{number}]");
        var (added, to, from) = (words.Added(entry.State), words.State(entry.To, $"{path}.to"), entry.From is null ? null : words.State(entry.From, $"{path}.from"));
        if (added is not null && to is not null && (entry.From is null || from is not null))
        {
            _written.Insert(added, path);
            Say(
                known => _ = from is null ? known.Insert(added, to) : known.Insert(added, from, to),
                fault => fault.Code == "lifecycle.derivation.state-exists" ? $"{path}.state" : path);
        }

        if (entry.Shares is { } shares)
        {
            Share(added is not null && words.IsInherited(added) ? null : added, shares, $"{path}.shares");
        }
    }

    public void Require(RequireEntry entry, int number)
    {
        var path = FormattableString.Invariant($"$.require[{number}]");
        var trigger = Trigger(entry.On, path);
        var states = From(entry.From, path);
        var asked = needs.Of(entry.Needs, $"{path}.needs");
        if (entry.Needs.Count == 0)
        {
            faults.Add("lifecycle.document.needs-missing", $"{path}.needs", "Nothing is asked for. Name a requirement, or leave the entry out.");
        }

        if (trigger is null)
        {
            return;
        }

        if (states is null && Fits(null, trigger, asked.Count, path))
        {
            _written.Require(trigger, path);
            Say(known => known.Require(trigger, [.. asked]), _ => path);
        }

        foreach (var (state, place) in (states ?? []).Where(each => Fits(each.State, trigger, asked.Count, path)))
        {
            _written.Require(state, trigger, path);
            Say(known => known.Require(state, trigger, [.. asked]), _ => place);
        }
    }

    public void Forbid(ForbidEntry entry, int number)
    {
        var path = FormattableString.Invariant($"$.forbid[{number}]");
        var trigger = Trigger(entry.On, path);
        var states = From(entry.From, path);

        // Of a list of which no name is known nothing is left, and nothing would mean everywhere.
        if (trigger is null || states is { Count: 0 })
        {
            return;
        }

        var paths = (states ?? []).DistinctBy(each => each.State).ToDictionary(each => $"{each.State} on {trigger}", each => each.Path, StringComparer.Ordinal);
        Say(known => known.Forbid(trigger, [.. (states ?? []).Select(each => each.State)]), fault => paths.GetValueOrDefault(fault.Place, path));
    }

    public void Add(IEnumerable<DraftRow<TAttempt>> rows)
    {
        foreach (var row in rows)
        {
            derivation?.Add(row);
        }
    }

    /// <summary>The table with everything that was said; null when nothing could be.</summary>
    public LifecycleTable<TAttempt>? Finish()
    {
        LifecycleTable<TAttempt>? table = null;
        Say(known => _written.Register(table = known.Finish()), fault => places.RowOf(fault.Place) ?? "$");
        return table;
    }

    private void Share(State? added, ShareEntry entry, string path)
    {
        var with = words.State(entry.With, $"{path}.with");
        var names = entry.On?.Full ?? [];
        if (entry.On is not null && names.Count == 0)
        {
            faults.Add("lifecycle.document.triggers-missing", $"{path}.on", "No trigger is named. Name one or several, or leave \"on\" out for every side door.");
        }

        var on = names.Select((name, at) => (Path: names.Count == 1 ? $"{path}.on" : $"{path}.on[{at}]", Name: name)).Select(each => (each.Path, Trigger: words.Trigger(each.Name, each.Path))).Where(each => each.Trigger is not null).ToList();
        if (added is null || with is null || (entry.On is not null && on.Count == 0))
        {
            places.DoubtPaths();
            return;
        }

        on.ForEach(each => _written.Share(added, each.Trigger!, each.Path));
        _written.Share(added, path);
        derivation?.Share(added, with, [.. on.Select(each => each.Trigger!)]);
    }

    private Trigger? Trigger(string name, string path)
    {
        faults.Step();
        return words.Trigger(name, $"{path}.on");
    }

    private IReadOnlyList<(State State, string Path)>? From(Spelled<IReadOnlyList<string>>? from, string path) =>
        from is null ? null : words.StatesOf(from.Full, $"{path}.from", NoState);

    // Told here, so that a document cannot pile up more on a row than a row can hold.
    private bool Fits(State? from, Trigger trigger, int count, string path)
    {
        var before = _asked.GetValueOrDefault((from, trigger));
        var fits = before + count <= MostRequirements;
        if (fits)
        {
            _asked[(from, trigger)] = before + count;
        }
        else
        {
            faults.Add("lifecycle.requirement.too-many", $"{path}.needs", FormattableString.Invariant($"With the entries before it this asks for {before + count} requirements {(from is null ? "everywhere" : $"in {from}")} on {trigger}; {MostRequirements} is the most a row can hold. Ask for fewer."));
        }

        return fits;
    }

    private void Say(Action<Derivation<TAttempt>> say, Func<LifecycleFault, string> path)
    {
        if (derivation is null)
        {
            return;
        }

        say(derivation);
        foreach (var fault in derivation.Faults)
        {
            places.DoubtPaths();
            faults.Add(fault.Code, path(fault), $"{fault.Place}: {places.Say(fault.Message)}");
        }

        derivation.Faults.Clear();
    }
}
