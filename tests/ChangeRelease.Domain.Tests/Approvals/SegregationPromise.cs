using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Promises;
using static ChangeRelease.Domain.Tests.Approvals.Polling;
using static ChangeRelease.Domain.Tests.Approvals.SmallWorld;

namespace ChangeRelease.Domain.Tests.Approvals;

/// <summary>Segregation of duties: every small world of so many people, and random larger ones (S-22, S-24).</summary>
internal sealed class SegregationPromise(int people) : IPromise
{
    private static readonly BallotNeeds<Trying> Needs = new("trial", "vote", trying => trying.Ballot, trying => trying.Stamp, trying => trying.Paper);

    private readonly SmallPolicy[] _policies = SmallPolicy.All(people);

    public string Claim => "Votes count, and are taken, exactly as trying everything says; nobody who had a hand in it approves, in person or by another.";

    public int Wholes => 1 << (3 * people);

    private int Everybody => (1 << people) - 1;

    public void Walk(int part, Findings findings)
    {
        foreach (var world in All(people, part & Everybody, (part >> people) & Everybody, part >> (2 * people)))
        {
            findings.Count("small worlds");
            Count(world, findings);
            Take(world, findings);
        }
    }

    public void Walk(Batch batch, Findings findings)
    {
        var dice = batch.Dice();
        for (var number = 0; number < batch.Size; number++)
        {
            new LargeWorld(dice.Next()).Check(findings);
        }
    }

    private void Count(SmallWorld world, Findings findings)
    {
        var (directory, contributors) = (world.Directory(), world.Contributors());
        foreach (var voting in world.Votings())
        {
            var votes = voting.Select(Cast).ToValueList();
            var said = new SmallPolicy.Said(Counted(voting, 1), Counted(voting, 2), world.InR, world.InS);
            foreach (var policy in _policies)
            {
                var isSatisfied = Ballot(policy.Asks, directory, votes, contributors).Count().IsSatisfied;
                findings.Check();
                findings.Count(isSatisfied ? "small and satisfied" : "small and not satisfied");
                if (isSatisfied != policy.Means(said))
                {
                    findings.Differ($"{world}: {policy.Asks} by {votes} is {(isSatisfied ? "satisfied" : "not satisfied")}");
                }
            }
        }
    }

    private void Take(SmallWorld world, Findings findings)
    {
        var (directory, contributors) = (world.Directory(), world.Contributors());
        var asked = Enumerable.Range(0, people).Select(person => (Asks: (ApprovalExpression)Ask.Person(Persons[person]), Of: 1 << person));
        foreach (var (asks, of) in asked.Append((Ask.Of(1, R), world.InR)).Append((Ask.Of(1, S), world.InS)))
        {
            var ballot = Ballot(asks, directory, [], contributors);
            foreach (var (voter, seat) in from voter in Enumerable.Range(0, people) from seat in Enumerable.Range(0, people) select (voter, seat))
            {
                var trying = new Trying(ballot, new Stamp(Now, Actor.Human(Persons[voter]), new CommandId("c")), new VotingPaper(VoteChoice.Approve, Content, Persons[seat], string.Empty));
                var isTaken = Needs.Voting.All(need => IsMet(need, trying));
                findings.Check();
                findings.Count(isTaken ? "votes taken" : "votes refused");
                if (isTaken != (world.MayVote(voter, seat) && (of & (1 << seat)) != 0))
                {
                    findings.Differ($"{world}: {Persons[voter]} for {Persons[seat]} on {asks} is {(isTaken ? "taken" : "refused")}");
                }
            }
        }
    }

    private static Vote Cast((int Voter, int Seat, VoteChoice Choice) vote) =>
        new(Persons[vote.Voter], vote.Choice, Content, Now, string.Empty) { Chain = vote.Voter == vote.Seat ? [] : [Persons[vote.Seat], Persons[vote.Voter]] };

    private static bool IsMet(Requirement<Trying> need, Trying trying) => need.WaitsFor.All(before => IsMet(before, trying)) && need.IsMetBy(trying);

    private sealed record Trying(Ballot Ballot, Stamp Stamp, VotingPaper Paper);
}
