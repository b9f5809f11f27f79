// snippet: approvals-usings
using System.Text;
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using NodaTime;
// end

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The examples of the guide to approvals.</summary>
internal sealed class ApprovalsProgram : IProgram
{
    private static Transcript Console { get; set; } = new();

    public Task RunAsync(Transcript console)
    {
        Console = console;
        Count(console);
        Read(console);
        return Task.CompletedTask;
    }

    private static void Count(Transcript console)
    {
        // snippet: approvals-policy
        var (cab, security, legal) = (new RoleId("cab"), new RoleId("security"), new RoleId("legal"));
        var dana = new ActorId("dana");

        var asks = Ask.AllOf(
            Ask.Share(2, 3, cab),
            Ask.AnyOf(Ask.Of(1, security), Ask.Person(dana)))
            .UnlessVetoedBy(legal);

        var policy = new ApprovalPolicy(new PolicyId("approvals"), Version: 1, [
            new ApprovalRule("normal", ApprovalAct.Authorize, asks, validity: Duration.FromDays(14)),
        ]);
        // end

        // snippet: approvals-people
        var monday = Instant.FromUtc(2027, 3, 1, 9, 0);
        var directory = new DirectorySnapshot("2027-03-01", [
            new Membership(cab, [new("ann"), new("bob"), new("cid"), new("eve")]),
            new Membership(security, [new("sam")]),
            new Membership(legal, [new("lea")]),
        ])
        {
            Delegations = [new Delegation(new ActorId("rita"), new ActorId("bob"), monday, monday + Duration.FromDays(7))],
        };
        // end

        console.Turn("approvals-count");
        // snippet: approvals-count
        var content = Digest.Of(Encoding.UTF8.GetBytes("what is approved"));
        var contributors = Contributors.None
            .With(new ActorId("rita"), "requester")
            .Resolved(directory, policy.Separations, monday);

        var ballot = new Ballot(policy.RuleFor("normal", ApprovalAct.Authorize), directory, content, [
            new Vote(new ActorId("ann"), VoteChoice.Approve, content, monday, string.Empty),
            new Vote(new ActorId("bob"), VoteChoice.Approve, content, monday, string.Empty),
        ], contributors, Now: monday);

        var tally = ballot.Count();
        Console.WriteLine(tally.Standing);
        Console.WriteLine(tally.Struck[0].Why);
        foreach (var line in tally.Progress)
        {
            Console.WriteLine(line);
        }

        foreach (var set in tally.Missing().Sets)
        {
            Console.WriteLine($"or ask {string.Join(" and ", set)}");
        }

        // end
    }

    private static void Read(Transcript console)
    {
        console.Turn("approvals-data");
        // snippet: approvals-data
        var reading = ApprovalDocument.Read(
            """
            {
              "format": "change-release/approvals/1", "id": "approvals", "version": 2,
              "rules": [
                { "class": "normal", "act": "authorize", "asks": { "role": "cab", "share": "0.5" } },
                { "class": "emergency", "act": "authorize", "asks": { "person": "dana", "role": "ecab", "count": 2 } }
              ]
            }
            """);

        Console.WriteLine(reading);
        // end
    }
}
