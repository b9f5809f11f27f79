using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using NodaTime;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Embedding.Emergencies;

/// <summary>Random weeks of a firm whose connection breaks: the ledger against what the changes' own histories say, counted without it.</summary>
public sealed class RandomWards(ITestOutputHelper output)
{
    private const int Weeks = 120;
    private const int Limit = 2;

    [Fact]
    public async Task Glass_is_never_broken_too_often_and_the_ledger_ends_in_line()
    {
        var (broken, crashed, refused) = (0, 0, 0);
        for (var seed = 1; seed <= Weeks; seed++)
        {
            var (random, store, ward) = (new Random(seed), new InMemoryEventStore(), new Ward { Terms = Ward.TermsOf(Limit) });
            var ids = Enumerable.Range(1, 5).Select(Ward.Id).ToList();
            for (var step = 0; step < 25; step++)
            {
                ward.Now += Duration.FromHours(random.Next(0, 120));
                var told = await Step(ward, random.Next(4) == 0 ? new FaultyStore(store, random.Next(1, 30), random.Next(2) == 0) : store, ids[random.Next(ids.Count)], random, step);
                crashed += told is null ? 1 : 0;
                refused += told?.Contains("change.emergency.break-glass-used-up") == true ? 1 : 0;
            }

            var uses = await Uses(store, ids);
            uses.Should().OnlyContain(use => uses.Count(other => other.At <= use.At && other.At > use.At - Ward.Period) <= Limit, FormattableString.Invariant($"seed {seed} keeps the limit in every period"));
            await Settles(ward, store, ids, uses);
            broken += uses.Count;
        }

        output.WriteLine(FormattableString.Invariant($"{broken} broken, {crashed} crashes, {refused} refused for the limit"));
        broken.Should().BeGreaterThan(150);
        crashed.Should().BeGreaterThan(150);
        refused.Should().BeGreaterThan(50);
    }

    // Null when the connection broke.
    private static async Task<ValueList<string>?> Step(Ward ward, IEventStore store, ChangeId id, Random random, int step)
    {
        var name = FormattableString.Invariant($"{step}");
        try
        {
            var change = await ward.Desk(store).FindAsync(id);
            return change?.Status.Name switch
            {
                null => await ward.Refusals(store, id, new OpenChange(id, "emergency", Ward.Fix(id.Value)), Ward.Rita, name),
                "Draft" when change.BreakGlassRequest?.Expires > ward.Now => await ward.Refusals(store, id, new ConfirmBreakGlass(), Ward.Quinn, name),
                "Draft" => await Confirmed(ward, store, id, name),
                "Implementing" => await ward.Refusals(store, id, random.Next(2) == 0 ? new EscalateDebt() : new CompleteChange(), Ward.Petra, name),
                "Ratifying" => await ward.Refusals(store, id, new RepudiateChange("no"), Ward.Board[0], name),
                _ => await ward.Refusals(store, id, new ReviewChange(ReviewOutcome.Failed), random.Next(2) == 0 ? Ward.Rita : Ward.Bot, name),
            };
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static async Task<ValueList<string>> Confirmed(Ward ward, IEventStore store, ChangeId id, string name)
    {
        var proposed = await ward.Refusals(store, id, new ProposeBreakGlass("it burns"), Ward.Petra, name);
        return proposed.Count > 0 ? proposed : await ward.Refusals(store, id, new ConfirmBreakGlass(), Ward.Quinn, $"{name}, confirmed");
    }

    private static async Task<List<(ChangeId Id, Instant At)>> Uses(IEventStore store, IEnumerable<ChangeId> ids)
    {
        var uses = new List<(ChangeId, Instant)>();
        foreach (var id in ids)
        {
            uses.AddRange((await World.Records(store, Ward.StreamOf(id))).Where(record => record.Type == "glass-broken").Select(record => (id, record.At)));
        }

        return uses;
    }

    private static async Task Settles(Ward ward, IEventStore store, List<ChangeId> ids, List<(ChangeId Id, Instant At)> uses)
    {
        var debtors = new List<ChangeId>();
        foreach (var id in ids)
        {
            if (await ward.Desk(store).FindAsync(id) is not { } change)
            {
                continue;
            }

            await ward.Refusals(store, id, new AnnotateChange("looked at it"), Ward.Rita, "last");
            debtors.AddRange(change.StartedAt is not null && (change.Ratification is null || change.Review is null || change.Review.Reviewer.IsService) ? [id] : []);
        }

        var ledger = await Ward.LedgerIn(store);
        ledger.Pending.Should().BeEmpty();
        ledger.Started.Select(entry => (entry.Change, entry.At)).Should().BeEquivalentTo(uses);
        ledger.Debtors().Should().BeEquivalentTo(debtors);
        (await Ward.AreIntact(store, ids)).Should().BeTrue();
    }
}
