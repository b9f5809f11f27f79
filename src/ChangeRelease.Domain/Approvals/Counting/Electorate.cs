using System.Runtime.CompilerServices;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Approvals;

/// <summary>An expression with the people and boards that it asks, as one directory knows them: looked up once, counted often.</summary>
internal sealed class Electorate
{
    private static readonly ConditionalWeakTable<DirectorySnapshot, ConditionalWeakTable<ApprovalExpression, Electorate>> Known = [];

    private readonly Dictionary<ActorId, int> _people;
    private readonly Dictionary<BoardId, int> _boards;
    private readonly ActorId[] _names;
    private readonly BoardId[] _boardNames;

    private Electorate(ApprovalExpression expression, DirectorySnapshot directory, int more)
    {
        var parts = Everything(expression).ToList();
        var roles = parts.Select(RoleOf).OfType<RoleId>().Distinct().ToDictionary(role => role, role => directory.PeopleIn(role));
        _names = [.. parts.OfType<PersonApproves>().Select(part => part.Person).Except(directory.ServiceAccounts.Select(service => service.Account)).Concat(roles.Values.SelectMany(people => people)).Distinct().Order()];
        _boardNames = [.. parts.OfType<BoardApproves>().Select(part => part.Board).Distinct().Order()];
        _people = _names.Select((name, place) => (name, place)).ToDictionary(pair => pair.name, pair => pair.place);
        _boards = _boardNames.Select((name, place) => (name, place)).ToDictionary(pair => pair.name, pair => pair.place + _names.Length);
        Root = new Compiling(this, roles).Whole(expression, more);
        Asked = Nobody();
        Root.AddAsked(Asked);
    }

    public Demand Root { get; }

    /// <summary>Everyone it asks, in whichever step.</summary>
    public Bits Asked { get; }

    public int Places => _names.Length + _boardNames.Length;

    /// <summary>The leaves, in the order they are written.</summary>
    public List<PeopleDemand> Leaves { get; } = [];

    public static Electorate Of(ApprovalExpression expression, DirectorySnapshot directory, int more) => more > 0
        ? new Electorate(expression, directory, more)
        : Known.GetOrCreateValue(directory).GetValue(expression, asked => new Electorate(asked, directory, 0));

    public Bits Nobody() => Bits.For(Places);

    public int? PlaceOf(ActorId person) => _people.TryGetValue(person, out var place) ? place : null;

    public int? PlaceOf(BoardId board) => _boards.TryGetValue(board, out var place) ? place : null;

    public Party At(int place) => place < _names.Length ? Party.Of(_names[place]) : Party.Of(_boardNames[place - _names.Length]);

    public bool IsBoard(int place) => place >= _names.Length;

    public ValueList<Party> Parties(Bits places) => places.Places().Select(At).ToValueList();

    public ValueList<ActorId> People(Bits places) => places.Places().Where(place => !IsBoard(place)).Select(place => _names[place]).ToValueList();

    private static IEnumerable<ApprovalExpression> Everything(ApprovalExpression expression) => expression.Inner.SelectMany(Everything).Prepend(expression);

    private static RoleId? RoleOf(ApprovalExpression part) => part switch
    {
        RoleApproves role => role.Role,
        Vetoed veto => veto.Role,
        _ => null,
    };

    /// <summary>Makes the demands; equal people and roles become one, so that they are counted once.</summary>
    private sealed class Compiling(Electorate electorate, Dictionary<RoleId, IReadOnlyList<ActorId>> roles)
    {
        private readonly Dictionary<ApprovalExpression, PeopleDemand> _leaves = [];

        // One approver more than the fewest that could do, from whomever it asks: stricter where people count twice, never laxer.
        public Demand Whole(ApprovalExpression expression, int more)
        {
            var demand = Of(expression);
            return more == 0 ? demand : new AllDemand([demand, Further(demand, demand.Fewest + more)]);
        }

        private PeopleDemand Further(Demand demand, int need)
        {
            var asked = electorate.Nobody();
            foreach (var leaf in electorate.Leaves)
            {
                asked.Add(leaf.People);
            }

            var further = new PeopleDemand(asked, need, FormattableString.Invariant($"{need} of all who are asked, {need - demand.Fewest} more than usual"));
            electorate.Leaves.Add(further);
            return further;
        }

        private Demand Of(ApprovalExpression expression) => expression switch
        {
            AllOf all => new AllDemand(Each(all.Of)),
            AnyOf any => new AnyDemand(Each(any.Of)),
            InSequence sequence => new SequenceDemand(Each(sequence.Steps)),
            AtLeast some => AtLeast(some, Each(some.Of)),
            Distinct distinct => new DistinctDemand(Of(distinct.Of), [.. distinct.Alternatives.Select(parts => (IReadOnlyList<PeopleDemand>)[.. parts.Select(Leaf)])], distinct.ToString()),
            Vetoed veto => new VetoDemand(Set(roles[veto.Role]), veto.Role.Value, Of(veto.Of), holders => string.Join(", ", electorate.People(holders))),
            _ => Leaf(expression),
        };

        private static AtLeastDemand AtLeast(AtLeast some, Demand[] parts) =>
            new(some.Count, [.. parts.OfType<PeopleDemand>()], [.. parts.Where(part => part is not PeopleDemand)], some.ToString());

        private Demand[] Each(ValueList<ApprovalExpression> parts) => [.. parts.Select(Of)];

        private PeopleDemand Leaf(ApprovalExpression expression)
        {
            if (!_leaves.TryGetValue(expression, out var leaf))
            {
                leaf = Leaf(expression, expression.ToString());
                _leaves.Add(expression, leaf);
                electorate.Leaves.Add(leaf);
            }

            return leaf;
        }

        private PeopleDemand Leaf(ApprovalExpression expression, string words) => expression switch
        {
            PersonApproves person => new PeopleDemand(Set([person.Person]), 1, words),
            BoardApproves board => new PeopleDemand(Place(electorate.PlaceOf(board.Board)), 1, words),
            RoleApproves role => new PeopleDemand(Set(roles[role.Role]), role.Threshold.Of(roles[role.Role].Count), words),
            _ => throw new InvalidOperationException($"{expression} is no person, role or board."),
        };

        private Bits Set(IEnumerable<ActorId> people)
        {
            var set = electorate.Nobody();
            foreach (var place in people.Select(electorate.PlaceOf).OfType<int>())
            {
                set.Add(place);
            }

            return set;
        }

        private Bits Place(int? place)
        {
            var set = electorate.Nobody();
            set.Add(place!.Value);
            return set;
        }
    }
}
