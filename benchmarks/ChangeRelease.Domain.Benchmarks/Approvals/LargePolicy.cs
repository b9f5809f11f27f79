using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Benchmarks.Approvals;

/// <summary>A policy of fifty parts over a directory of four hundred people, two hundred of whom voted.</summary>
internal static class LargePolicy
{
    public const int Parts = 50;
    public const int Votes = 200;

    private const int People = 400;
    private const int Roles = 20;

    public static ApprovalExpression Asks { get; } = Ask.AllOf(
        Ask.AllOf([.. Enumerable.Range(0, 12).Select(role => Ask.Of(3, Role(role)))]),
        Ask.AnyOf([.. Enumerable.Range(5, 10).Select(role => Ask.Percent(40, Role(role)))]),
        Ask.InSequence([.. Enumerable.Range(0, 10).Select(role => Ask.Of(1, Role(role)))]),
        Ask.AtLeast(4, [.. Enumerable.Range(8, 8).Select(role => Ask.Of(1, Role(role)))]),
        Ask.Distinct(Ask.AllOf(Ask.Of(1, Role(3)), Ask.Of(1, Role(4)))).UnlessVetoedBy(Role(19)));

    public static DirectorySnapshot Directory { get; } = new("d", [.. Enumerable.Range(0, Roles).Select(role =>
        new Membership(Role(role), [.. Enumerable.Range(0, People).Where(person => person % 7 == role % 7 || person % Roles == role).Select(Person)]))]);

    public static Ballot Ballot { get; } = new(
        new ApprovalRule("normal", ApprovalAct.Authorize, Asks, Duration.FromDays(14)),
        Directory,
        Digest.Of("content"u8),
        [.. Enumerable.Range(0, Votes).Select(vote => new Vote(Person(vote), vote % 29 == 5 && vote % Roles != 19 && vote % 7 != 5 ? VoteChoice.Reject : VoteChoice.Approve, Digest.Of("content"u8), Instant.FromUtc(2027, 3, 1, 9, 0), string.Empty))],
        Enumerable.Range(380, 10).Aggregate(Contributors.None, (so, person) => so.With(Person(person), "editor")),
        Instant.FromUtc(2027, 3, 2, 9, 0));

    private static RoleId Role(int role) => new($"role-{role}");

    private static ActorId Person(int person) => new($"person-{person:000}");
}
