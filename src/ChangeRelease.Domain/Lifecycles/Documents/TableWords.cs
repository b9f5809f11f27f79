using System.Diagnostics.CodeAnalysis;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>The words that a document defines for itself: its phases, states and triggers.</summary>
internal sealed class TableWords
{
    private readonly Dictionary<string, Phase> _phases = Phase.BuiltIn.ToDictionary(phase => phase.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, State> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Trigger> _triggers = new(StringComparer.Ordinal);
    private readonly List<TriggerDescription> _taken = [];
    private readonly List<State> _order = [];
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly DocumentPlaces _places;
    private readonly DocumentFaults _faults;
    private bool _misspelled;

    public TableWords(LifecycleEntry entry, DocumentPlaces places, DocumentFaults faults)
    {
        (_places, _faults) = (places, faults);
        Each(entry.Phases ?? [], "$.phases", AddPhases());
        Each(entry.States, "$.states", AddState);
        Each(entry.Triggers, "$.triggers", (trigger, path) => AddTrigger(trigger.Full, path));
    }

    /// <summary>The states in the order of the document.</summary>
    public IReadOnlyList<State> States => _order;

    public IReadOnlyList<TriggerDescription> Taken => _taken;

    public State? State(string name, string path)
    {
        _faults.Step();
        if (!_states.TryGetValue(name, out var state))
        {
            _places.DoubtPaths();
            Fault("lifecycle.document.state-unknown", path, $"No state is called '{DocumentPath.Shown(name)}'. Add it to \"states\", or name another.{_places.Suggestions.For(name, _states.Keys)}");
        }

        return state;
    }

    public Trigger? Trigger(string name, string path)
    {
        _faults.Step();
        if (!_triggers.TryGetValue(name, out var trigger))
        {
            _misspelled = true;
            _places.DoubtPaths();
            Fault("lifecycle.document.trigger-unknown", path, $"No trigger is called '{DocumentPath.Shown(name)}'. Add it to \"triggers\", or name another.{_places.Suggestions.For(name, _triggers.Keys)}");
        }

        _used.Add(name);
        return trigger;
    }

    /// <summary>Tells the triggers that no row has; one that is merely misspelled in a row is not told twice.</summary>
    public void TellUnused()
    {
        foreach (var unused in _misspelled ? [] : _triggers.Keys.Where(name => !_used.Contains(name)))
        {
            Fault("lifecycle.trigger.unused", _places.OfTrigger(unused), $"No row has the trigger '{DocumentPath.Shown(unused)}'. Give it a row, or leave it out.");
        }
    }

    private void Each<T>(IReadOnlyList<T> entries, string path, Action<T, string> add)
    {
        for (var at = 0; at < entries.Count && !_faults.IsFull; at++)
        {
            _faults.Step();
            add(entries[at], $"{path}[{at}]");
        }
    }

    // A document may put a phase with a built-in name at another place of the order, once.
    private Action<PhaseEntry, string> AddPhases()
    {
        var own = new HashSet<string>(StringComparer.Ordinal);
        return (entry, path) =>
        {
            if (!own.Add(entry.Name))
            {
                Fault("lifecycle.document.phase-repeated", $"{path}.name", $"The phase '{DocumentPath.Shown(entry.Name)}' stands twice. Keep one.");
            }
            else if (IsName(entry.Name, $"{path}.name", "A phase's name"))
            {
                _phases[entry.Name] = Placed(entry);
            }
        };
    }

    private static Phase Placed(PhaseEntry entry) => entry.Order is { } order ? Phase.InOrder(entry.Name, order) : Phase.Aside(entry.Name);

    private void AddState(StateEntry entry, string path)
    {
        var phase = PhaseOf(entry, $"{path}.phase");
        if (!IsName(entry.Name, $"{path}.name", "A state's name"))
        {
            _places.DoubtPaths();
            return;
        }

        var state = new State(entry.Name, phase);
        if (!_states.TryAdd(entry.Name, state))
        {
            Fault("lifecycle.document.state-repeated", $"{path}.name", $"The state '{DocumentPath.Shown(entry.Name)}' stands twice. Keep one.");
            return;
        }

        _places.State(entry.Name, path);
        _order.Add(state);
    }

    private Phase PhaseOf(StateEntry entry, string path)
    {
        if (_phases.TryGetValue(entry.Phase, out var phase))
        {
            return phase;
        }

        _places.DoubtPhases();
        Fault("lifecycle.document.phase-unknown", path, $"No phase is called '{DocumentPath.Shown(entry.Phase)}'. Add it to \"phases\", or name another.{_places.Suggestions.For(entry.Phase, _phases.Keys)}");
        return Phase.Paused;
    }

    private void AddTrigger(TriggerEntry entry, string path)
    {
        if (!IsName(entry.Name, path, "A trigger's name"))
        {
            _places.DoubtPaths();
            return;
        }

        if (!_triggers.TryAdd(entry.Name, new Trigger(entry.Name)))
        {
            Fault("lifecycle.trigger.repeated", path, $"The trigger '{DocumentPath.Shown(entry.Name)}' stands twice. Keep one.");
            return;
        }

        _places.Trigger(entry.Name, path);
        if (entry.Takes is { } takes)
        {
            Takes(_triggers[entry.Name], takes, path);
        }
    }

    // Where nothing is said, a room that knows the trigger says what it takes.
    private void Takes(Trigger trigger, IReadOnlyList<ParameterEntry> takes, string path)
    {
        var parameters = new List<Parameter>();
        Each(takes, $"{path}.takes", (parameter, place) =>
        {
            if (TryParameter(parameter, place, out var taken))
            {
                parameters.Add(taken);
            }
        });
        _taken.Add(new TriggerDescription(trigger, parameters.ToValueList()));
    }

    private bool TryParameter(ParameterEntry entry, string path, [NotNullWhen(true)] out Parameter? parameter)
    {
        var isSound = IsName(entry.Name, $"{path}.name", "A parameter's name");
        if (Text.IsBlank(entry.Says))
        {
            Fault("lifecycle.document.sentence-blank", $"{path}.says", "The sentence is blank. Say what the value is for.");
            isSound = false;
        }

        isSound &= AreChoices(entry, path);
        parameter = isSound ? new Parameter(entry.Name, entry.Kind, entry.Says, (entry.Choices ?? []).ToValueList()) { IsRequired = entry.Optional is not true } : null;
        return isSound;
    }

    private bool AreChoices(ParameterEntry entry, string path)
    {
        var isSound = entry.Choices is not { Count: > 0 } || entry.Kind == ParameterKind.Text;
        if (!isSound)
        {
            Fault("lifecycle.document.choices-unfit", $"{path}.choices", "Only a text has choices. Leave them out, or make the kind \"text\".");
        }

        Each(entry.Choices ?? [], $"{path}.choices", (choice, place) => isSound &= IsName(choice, place, "A choice"));
        return isSound;
    }

    private bool IsName(string name, string path, string what)
    {
        var problem = Identifier.Problem(name);
        if (problem is not null)
        {
            Fault("lifecycle.document.name-unfit", path, $"{what} {problem}. Name it otherwise.");
        }

        return problem is null;
    }

    private void Fault(string code, string path, string message) => _faults.Add(code, path, message);
}
