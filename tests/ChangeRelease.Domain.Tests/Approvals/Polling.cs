using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Approvals;

/// <summary>Ballots in few words: people are named by single words, and roles hold who is said to be in them.</summary>
internal static class Polling
{
    public static readonly Instant Now = Instant.FromUtc(2027, 3, 1, 9, 0);
    public static readonly Digest Content = Digest.Of("content"u8);
    public static readonly RoleId Cab = new("cab");
    public static readonly RoleId Security = new("security");

    public static ActorId Who(string name) => new(name);

    public static DirectorySnapshot Directory(params (RoleId Role, string People)[] roles) =>
        new("d", roles.Select(role => new Membership(role.Role, Names(role.People))).ToValueList());

    public static DirectorySnapshot Ten() => Directory((Cab, string.Join(' ', Enumerable.Range(0, 10).Select(number => $"m{number}"))));

    public static Contributors Hands(string people) => Names(people).Aggregate(Contributors.None, (so, person) => so.With(person, "editor"));

    public static ValueList<ActorId> Names(string people) =>
        people.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => new ActorId(name)).ToValueList();

    public static Vote Yes(string who) => new(Who(who), VoteChoice.Approve, Content, Now, string.Empty);

    public static Vote No(string who) => new(Who(who), VoteChoice.Reject, Content, Now, string.Empty);

    public static ValueList<Vote> All(string people) => Names(people).Select(person => Yes(person.Value)).ToValueList();

    public static Ballot Ballot(ApprovalExpression asks, DirectorySnapshot directory, ValueList<Vote> votes, Contributors? contributors = null) =>
        new(new ApprovalRule("normal", ApprovalAct.Authorize, asks), directory, Content, votes, contributors ?? Contributors.None, Now);

    public static Tally Count(ApprovalExpression asks, DirectorySnapshot directory, ValueList<Vote> votes, Contributors? contributors = null) =>
        Ballot(asks, directory, votes, contributors).Count();

    public static string Told(MissingApprovals missing) => string.Join(" | ", missing.Sets.Select(set => string.Join(' ', set)));
}
