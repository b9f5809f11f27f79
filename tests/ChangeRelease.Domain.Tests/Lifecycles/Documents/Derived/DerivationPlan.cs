using System.Text.Json.Nodes;
using ChangeRelease.Domain.Lifecycles;
using static ChangeRelease.Domain.Tests.Lifecycles.Documents.DerivationSpecimen;

namespace ChangeRelease.Domain.Tests.Lifecycles.Documents;

/// <summary>Random steps of a derivation, which are said in code and written as a document, each without the other.</summary>
internal sealed class DerivationPlan
{
    private static readonly string[] Names = ["A", "B", "C"];
    private static readonly State[] OfParent = [.. Parent.Description.States];
    private static readonly Trigger[] Triggers = [.. Parent.Description.Triggers.Select(known => known.Trigger)];
    private static readonly Transition[] Joining = [.. Parent.Description.Transitions.Where(row => !row.IsSideDoor && row.From != row.Outcomes[0].To)];
    private static readonly Trigger[] Own = [new("Go on"), new("Step")];

    private readonly Random _random;
    private readonly List<Action<Derivation<Trial>>> _code = [];
    private readonly Dictionary<State, State> _goals = [];
    private readonly JsonArray _insert = [];
    private readonly JsonArray _require = [];
    private readonly JsonArray _forbid = [];
    private readonly JsonArray _transitions = [];

    public DerivationPlan(int seed)
    {
        _random = new Random(seed);
        var inserted = Names.Take(_random.Next(4)).Select(Insert).ToList();
        Times(_random.Next(3), Require);
        Times(_random.Next(3) / 2, Forbid);
        inserted.ForEach(Lead);
        Document = new JsonObject
        {
            ["format"] = DerivationDocument.Format,
            ["id"] = "planned",
            ["version"] = 1,
            ["derives"] = new JsonObject { ["id"] = "parent", ["version"] = 1 },
            ["insert"] = _insert,
            ["require"] = _require,
            ["forbid"] = _forbid,
            ["triggers"] = new JsonArray([.. Own.Take(inserted.Count > 0 ? 1 : 0).Select(trigger => JsonValue.Create(trigger.Value))]),
            ["transitions"] = _transitions,
        }.ToJsonString();
    }

    public string Document { get; }

    public Lifecycle<Trial> InCode() => Parent.Derive("planned", 1, change => _code.ForEach(step => step(change)));

    private static void Times(int count, Action step)
    {
        for (; count > 0; count--)
        {
            step();
        }
    }

    private State Insert(string name)
    {
        var row = Pick(Joining);
        var (from, to, with) = _random.Next(5) > 0 ? (row.From, row.Outcomes[0].To, Pick(OfParent)) : (Pick(OfParent), Pick(OfParent), Pick(OfParent));
        var added = new State(name, _random.Next(5) > 0 ? from.Phase : Phase.Authorization);
        var (isEverywhere, on) = (_random.Next(2) == 0, _random.Next(3) == 0 ? [Pick(Triggers)] : Array.Empty<Trigger>());
        var entry = new JsonObject { ["state"] = added.Name, ["phase"] = added.Phase.Name, ["to"] = to.Name };
        _code.Add(change => _ = isEverywhere ? change.Insert(added, to) : change.Insert(added, from, to));
        if (!isEverywhere)
        {
            entry["from"] = from.Name;
        }

        if (_random.Next(2) == 0)
        {
            var same = _random.Next(3) > 0 ? to : with;
            entry["shares"] = on.Length > 0 ? new JsonObject { ["with"] = same.Name, ["on"] = new JsonArray(on[0].Value) } : new JsonObject { ["with"] = same.Name };
            _code.Add(change => change.Share(added, same, on));
        }

        _insert.Add(entry);
        _goals[added] = to;
        return added;
    }

    private void Require()
    {
        var row = Pick(Parent.Description.Transitions);
        var (trigger, from, number) = (row.Trigger, _random.Next(4) > 0 ? row.From : Pick(OfParent), _random.Next(3));
        var entry = new JsonObject { ["on"] = trigger.Value, ["needs"] = new JsonArray(Trial.Code(number)) };
        if (_random.Next(2) == 0)
        {
            _code.Add(change => change.Require(trigger, Need(number)));
        }
        else
        {
            entry["from"] = from.Name;
            _code.Add(change => change.Require(from, trigger, Need(number)));
        }

        _require.Add(entry);
    }

    private void Forbid()
    {
        var row = Pick(Parent.Description.Transitions);
        var (trigger, from) = _random.Next(3) > 0 ? (Cancel, Pick(OfParent)) : (row.Trigger, row.From);
        var isEverywhere = _random.Next(2) == 0;
        _code.Add(change => _ = isEverywhere ? change.Forbid(trigger) : change.Forbid(trigger, from));
        _forbid.Add(isEverywhere ? new JsonObject { ["on"] = trigger.Value } : new JsonObject { ["on"] = trigger.Value, ["from"] = new JsonArray(from.Name) });
    }

    private void Lead(State added)
    {
        var to = _random.Next(5) > 0 ? _goals[added] : Pick(OfParent);
        _code.Add(change => change.In(added).On(Own[0]).GoTo(to).When(Need(0)));
        _transitions.Add(new JsonObject { ["from"] = added.Name, ["on"] = Own[0].Value, ["to"] = to.Name, ["needs"] = new JsonArray(Trial.Code(0)) });
    }

    private T Pick<T>(IReadOnlyList<T> some) => some[_random.Next(some.Count)];
}
