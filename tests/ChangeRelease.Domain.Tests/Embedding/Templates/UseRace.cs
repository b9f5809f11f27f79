using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Embedding.Rivals;
using ChangeRelease.Domain.Tests.Promises;
using ChangeBid = ChangeRelease.Domain.Tests.Embedding.Rivals.DeskBid<ChangeRelease.Domain.Foundation.ChangeId, ChangeRelease.Domain.Changes.ChangeRequest, ChangeRelease.Domain.Changes.ChangeCommand, ChangeRelease.Domain.Changes.ChangeEvent>;
using TemplateBid = ChangeRelease.Domain.Tests.Embedding.Rivals.DeskBid<ChangeRelease.Domain.Foundation.TemplateId, ChangeRelease.Domain.Changes.ChangeTemplate, ChangeRelease.Domain.Changes.TemplateCommand, ChangeRelease.Domain.Changes.TemplateEvent>;

namespace ChangeRelease.Domain.Tests.Embedding.Templates;

/// <summary>Eight racers for the last uses of a template: what took effect is done again in an order that the streams allow, one after the other, in a store of its own.</summary>
internal sealed class UseRace : Race
{
    private const string UsedUp = "change.template.used-up";
    private const string Lapsed = "change.template.lapsed";

    private static readonly ChangeId[] Ids = [.. Enumerable.Range(1, 6).Select(number => new ChangeId(FormattableString.Invariant($"CHG-{number}")))];

    private readonly Random _dice;
    private readonly int _most;
    private readonly UseArena _arena;
    private readonly HashSet<string> _before = new(StringComparer.Ordinal);

    public UseRace(Random dice)
    {
        (_dice, _most) = (dice, dice.Next(1, 4));
        _arena = new UseArena(_most, Ids);
    }

    public override string For => "uses";

    protected override Arena Arena => _arena;

    // Some have their use, and sometimes it is suspended.
    protected override async Task<Bid[]> BeginAsync(InMemoryEventStore store, TenantId tenant)
    {
        Bid[] before =
        [
            .. UseRivalries.Published(_most),
            .. Ids.Select(id => UseRivalries.On(id, new OpenChange(id, "pre-approved", Firm.Work), Firm.Rita, "open")),
            .. Ids.Take(_dice.Next(_most + 1)).Select(id => UseRivalries.On(id, new SubmitChange(), Firm.Rita, "submit-before")),
            .. _dice.Next(6) == 0 ? (Bid[])[UseRivalries.On(new SuspendTemplate("why"), Firm.Otto, "suspend-before")] : [],
        ];
        foreach (var bid in before)
        {
            (await bid.DoAsync(store, tenant).ConfigureAwait(false)).Should().Be("done");
            _before.Add(bid.Id);
        }

        return Bids();
    }

    protected override async Task<string?> DifferenceAsync(Round round, Findings findings)
    {
        var chains = new List<IReadOnlyList<string>> { await TakenAsync(round).ConfigureAwait(false) };
        foreach (var stream in Arena.Streams(round.Tenant).Skip(1))
        {
            chains.Add([.. (await World.Records(round.Store, stream).ConfigureAwait(false)).Select(record => record.Command.Value).Where(id => !_before.Contains(id))]);
        }

        var unexplained = await new Replay(round, Arena, [.. chains]).UnexplainedAsync().ConfigureAwait(false);
        if (unexplained is null)
        {
            return $"{string.Join(" / ", chains.Select(chain => string.Join(", ", chain)))} one after the other come to something else";
        }

        foreach (var (at, heard) in unexplained)
        {
            if (!await IsMetHalfwayAsync(round, at, heard, [.. chains]).ConfigureAwait(false))
            {
                return $"{round.Bids[at].Id} was told {round.Told[at]}, which holds at no place of the order";
            }

            findings.Count($"uses: of them met halfway only: {round.Told[at]}");
        }

        return null;
    }

    // Used up by one who has held and not handed in, or not given back yet; or refused what another, who holds already, is about to hand in.
    private async Task<bool> IsMetHalfwayAsync(Round round, int at, string[] heard, IReadOnlyList<string>[] chains)
    {
        var (told, change) = (round.Told[at], ((ChangeBid)round.Bids[at]).Subject);
        if (told.Split(' ').Contains(UsedUp))
        {
            return (told == UsedUp || Array.Exists(heard, answer => Rest(answer) == Rest(told))) && await _arena.WasFullAsync(round.Store, round.Tenant, change).ConfigureAwait(false);
        }

        var held = round.Done.OfType<ChangeBid>().Where(bid => bid.Subject == change && bid.Command is SubmitChange).Select(bid => bid.Id).ToList();
        var ended = round.Done.OfType<TemplateBid>().Where(bid => bid.Command is SuspendTemplate or RetireTemplate).Select(bid => bid.Id).ToList();
        return told == Lapsed && chains[0].SkipWhile(id => !held.Contains(id)).Any(ended.Contains);
    }

    private static string Rest(string told) => string.Join(' ', told.Split(' ').Where(code => code != UsedUp));

    // A use that was held and not taken up says nothing; of several that were held for one, the last counts.
    private async Task<string[]> TakenAsync(Round round)
    {
        var ids = (await World.Records(round.Store, Arena.Streams(round.Tenant)[0]).ConfigureAwait(false)).Where(record => record.Type is not ("template-use-returned" or "template-use-confirmed")).Select(record => (record.Causation ?? record.Command).Value);
        return [.. ids.Where(id => !_before.Contains(id) && round.Done.Any(bid => bid.Id == id)).Reverse().Distinct(StringComparer.Ordinal).Reverse()];
    }

    private Bid[] Bids()
    {
        var bids = new List<Bid>();
        for (var racer = 0; racer < Racers; racer++)
        {
            bids.Add(racer > 0 && _dice.Next(8) == 0 ? bids[_dice.Next(bids.Count)] : Next(FormattableString.Invariant($"r{racer}")));
        }

        return [.. bids];
    }

    private Bid Next(string id)
    {
        var change = Ids[_dice.Next(Ids.Length)];
        return _dice.Next(20) switch
        {
            < 10 => UseRivalries.On(change, new SubmitChange(), Firm.Rita, id),
            < 14 => UseRivalries.On(change, new CancelChange("no need"), Firm.Rita, id),
            < 16 => UseRivalries.On(change, new FallBackToNormal("it lapsed"), Firm.Rita, id),
            16 => UseRivalries.On(change, new AnnotateChange("seen"), Firm.Rita, id),
            17 => UseRivalries.On(new SuspendTemplate("why"), Firm.Otto, id),
            18 => UseRivalries.On(new ReinstateTemplate("it is well"), Firm.Otto, id),
            _ => _dice.Next(3) == 0 ? UseRivalries.On(new RetireTemplate("over"), Firm.Otto, id) : UseRivalries.On(new SuspendTemplate("why"), Firm.Otto, id),
        };
    }
}
