using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Tests.Approvals;

/// <summary>Random policies over five people in three roles.</summary>
internal sealed class PolicyWorlds(int seed)
{
    public static readonly ValueList<ActorId> People = Polling.Names("a b c d e");

    private static readonly RoleId[] Roles = [new("r"), new("s"), new("t")];

    private readonly Random _random = new(seed);

    public DirectorySnapshot Directory() => new("d", Roles.Select(role => new Membership(role, People.Except(Some(3)).ToValueList())).ToValueList());

    public ValueList<ActorId> Some(int oneIn = 2) => People.Where(_ => _random.Next(oneIn) == 0).ToValueList();

    public ApprovalExpression Expression(int depth = 3) => depth == 0 || _random.Next(4) == 0 ? Leaf() : _random.Next(7) switch
    {
        0 or 1 => Ask.AllOf(Parts(depth)),
        2 => Ask.AnyOf(Parts(depth)),
        3 => Ask.InSequence(Parts(depth)),
        4 => Distinct(depth),
        5 => Expression(depth - 1).UnlessVetoedBy(Role()),
        _ => Some(Parts(depth)),
    };

    private ApprovalExpression Some(ApprovalExpression[] parts) => Ask.AtLeast(_random.Next(1, parts.Length + 1), parts);

    private ApprovalExpression Distinct(int depth) => _random.Next(3) switch
    {
        0 => Ask.Distinct(Ask.AllOf([.. Leaves()])),
        1 => Ask.Distinct(Ask.AnyOf([.. Leaves()])),
        _ => Ask.Distinct(Ask.AllOf(Leaf(), Some([.. Leaves().Take(depth)]))),
    };

    private ApprovalExpression[] Parts(int depth) => [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Expression(depth - 1))];

    private IEnumerable<ApprovalExpression> Leaves() => Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Leaf());

    private ApprovalExpression Leaf() => _random.Next(4) switch
    {
        0 => Ask.Person(People[_random.Next(People.Count)]),
        1 => Ask.Share(_random.Next(1, 4), 3, Role()),
        _ => Ask.Of(_random.Next(1, 4), Role()),
    };

    private RoleId Role() => Roles[_random.Next(Roles.Length)];
}
