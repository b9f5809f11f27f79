using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Embedding.Rivals;
using ChangeRelease.Domain.Tests.Promises;
using static ChangeRelease.Domain.Tests.Embedding.Approvals.Panel;
using static ChangeRelease.Domain.Tests.Embedding.World;
using ChangeBid = ChangeRelease.Domain.Tests.Embedding.Rivals.DeskBid<ChangeRelease.Domain.Foundation.ChangeId, ChangeRelease.Domain.Changes.ChangeRequest, ChangeRelease.Domain.Changes.ChangeCommand, ChangeRelease.Domain.Changes.ChangeEvent>;

namespace ChangeRelease.Domain.Tests.Embedding.Approvals;

/// <summary>Eight racers on one change that waits for votes: what took effect is done again in the order of the stream, one after the other, in a store of its own.</summary>
internal sealed class ApprovalRace(Random dice) : Race
{
    private static readonly Actor[] Voters = [Bob, Cid, Eve, Fay];

    private int _begun;

    public override string For => "approvals";

    protected override Arena Arena { get; } = new VoteArena();

    // Some have voted before.
    protected override async Task<Bid[]> BeginAsync(InMemoryEventStore store, TenantId tenant)
    {
        Bid[] before = [.. Waiting, .. Voters.Where(_ => dice.Next(3) == 0).Select(voter => Vote(voter, $"before-{voter.Id}"))];
        foreach (var bid in before)
        {
            (await bid.DoAsync(store, tenant).ConfigureAwait(false)).Should().Be("done");
        }

        _begun = before.Length;
        return Bids();
    }

    protected override async Task<string?> DifferenceAsync(Round round, Findings findings)
    {
        var chain = (await Records(round.Store, Arena.Streams(round.Tenant)[0]).ConfigureAwait(false)).Skip(_begun).Select(record => record.Command.Value).ToList();
        return await new Replay(round, Arena, [chain]).UnexplainedAsync().ConfigureAwait(false) switch
        {
            null => $"{string.Join(", ", chain)} one after the other come to something else",
            { Count: > 0 } unexplained => $"{round.Bids[unexplained.First().Key].Id} was told {round.Told[unexplained.First().Key]}, which holds at no place of the order",
            _ => null,
        };
    }

    // Some send the same command, and some another under the same identity.
    private Bid[] Bids()
    {
        var bids = new List<Bid>();
        for (var racer = 0; racer < Racers; racer++)
        {
            bids.Add(racer > 0 && dice.Next(8) == 0 ? bids[dice.Next(bids.Count)] : Next(FormattableString.Invariant($"r{(racer > 0 && dice.Next(20) == 0 ? racer - 1 : racer)}")));
        }

        return [.. bids];
    }

    private ChangeBid Next(string id) => dice.Next(20) switch
    {
        < 7 => Vote(Who(), id, dice.Next(6) == 0 ? VoteChoice.Reject : VoteChoice.Approve),
        < 9 => Withdraw(Who(), id),
        < 14 => Authorize(Who(), id),
        14 => Amend(id),
        15 => Assess(id),
        16 => dice.Next(3) == 0 ? Undecide(id) : Decide(id),
        17 => On(new AmendChange(Change.Content with { Title = "Raise it" }), Who(), id),
        18 => On(new AnnotateChange("seen"), Who(), id, minutes: 1),
        _ => dice.Next(4) switch
        {
            0 => On(new RejectChange("no"), Who(), id),
            1 => On(new HoldChange("wait"), Ann, id),
            2 => On(new ResumeChange(), Ann, id),
            _ => On(new CancelChange("no need"), Ann, id),
        },
    };

    private Actor Who() => Voters[dice.Next(Voters.Length)];
}
