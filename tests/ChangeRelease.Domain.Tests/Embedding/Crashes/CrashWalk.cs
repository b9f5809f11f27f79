using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Tests.Promises;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Crashes;

/// <summary>One command of a journey, and the process dies at every call of the store in it, before the call and after it.</summary>
/// <remarks>
/// What follows a crash depends on nothing but what it leaves. So crashes that leave the same, as all those between two appends do, are gone on
/// from once, and the second crash is only tried where it may leave something else; unless everything is played.
/// </remarks>
internal sealed class CrashWalk(Ground ground, Tale tale, int at, bool playsAll, Findings findings)
{
    private static readonly Premises Settled = new();

    // At once; as long as a hold stands and a microsecond less; long after.
    private static readonly Duration[] Late = [Duration.Zero, Settled.HoldStands - Duration.FromNanoseconds(1_000), Settled.HoldStands, Duration.FromDays(1)];

    private readonly Deed _deed = tale.Deeds[at];
    private readonly List<Answer> _told = [];
    private readonly List<Remains> _left = [];

    private string _where = "nowhere";
    private Remains _before = null!;
    private Accounts _next = null!;
    private Accounts _end = null!;
    private IEventStore _store = null!;

    public async Task RunAsync()
    {
        await BeginAsync().ConfigureAwait(false);
        var untouched = new DyingStore(await CopyAsync(_store).ConfigureAwait(false));
        Accepted(await _deed.RunAsync(new Premises(), untouched).ConfigureAwait(false));
        for (var call = 1; call <= untouched.Calls; call++)
        {
            await DieAsync(call, isAfter: false).ConfigureAwait(false);
            await DieAsync(call, isAfter: true).ConfigureAwait(false);
        }
    }

    /// <summary>Plays the journey up to the command without a crash, and to its end.</summary>
    private async Task BeginAsync()
    {
        _store = ground.Open();
        for (var before = 0; before < at; before++)
        {
            _told.Add(await tale.Deeds[before].RunAsync(new Premises(), _store).ConfigureAwait(false));
        }

        _before = await Remains.OfAsync(_store, tale.Cast).ConfigureAwait(false);
        var ahead = await CopyAsync(_store).ConfigureAwait(false);
        Accepted(await _deed.RunAsync(new Premises(), ahead).ConfigureAwait(false));
        _next = await AccountsOf(ahead).ConfigureAwait(false);
        Must(_next.LeftOver(_deed.At), "without a crash");
        await PlayOnAsync(ahead).ConfigureAwait(false);
        _end = await AccountsOf(ahead).ConfigureAwait(false);
    }

    private async Task DieAsync(int call, bool isAfter)
    {
        var (died, left) = await CrashAsync(_store, _before, call, isAfter).ConfigureAwait(false);
        _where = $"{ground.Name}, {tale}, {_deed.Id} {died.Where}";
        findings.Count($"{ground.Name}: crash points");
        findings.Count($"died {died.Where}");
        if (!playsAll && !await IsNewAsync(left).ConfigureAwait(false))
        {
            return;
        }

        findings.Count($"{ground.Name}: gone on from");
        await AgainAsync(await CopyAsync(left).ConfigureAwait(false), playsOn: true).ConfigureAwait(false);
        foreach (var late in Late)
        {
            await TouchAsync(await CopyAsync(left).ConfigureAwait(false), late).ConfigureAwait(false);
        }

        if (tale.Rival is { } rival)
        {
            await RivalAsync(rival, await CopyAsync(left).ConfigureAwait(false)).ConfigureAwait(false);
        }

        await DieAgainAsync(left).ConfigureAwait(false);
    }

    private async Task DieAgainAsync(IEventStore left)
    {
        var before = await Remains.OfAsync(left, tale.Cast).ConfigureAwait(false);
        var first = _where;
        var untouched = new DyingStore(await CopyAsync(left).ConfigureAwait(false));
        Accepted(await _deed.RunAsync(new Premises(), untouched).ConfigureAwait(false));
        foreach (var call in playsAll ? Enumerable.Range(1, untouched.Calls) : untouched.Appends)
        {
            foreach (var isAfter in (bool[])[false, true])
            {
                var (died, later) = await CrashAsync(left, before, call, isAfter).ConfigureAwait(false);
                _where = $"{first}, and again {died.Where}";
                findings.Count($"{ground.Name}: second crashes");
                await AgainAsync(later, playsOn: false).ConfigureAwait(false);
            }
        }
    }

    private async Task<bool> IsNewAsync(IEventStore left)
    {
        var remains = await Remains.OfAsync(left, tale.Cast).ConfigureAwait(false);
        if (_left.Exists(remains.Equal))
        {
            return false;
        }

        _left.Add(remains);
        return true;
    }

    private async Task<(DyingStore Died, IEventStore Left)> CrashAsync(IEventStore beginning, Remains before, int call, bool isAfter)
    {
        var store = await CopyAsync(beginning).ConfigureAwait(false);
        var dying = new DyingStore(store, call, isAfter);
        try
        {
            await _deed.RunAsync(new Premises(), dying).ConfigureAwait(false);
        }
        catch (ProcessDiedException)
        {
        }

        var left = await ground.AfterCrash(store).ConfigureAwait(false);
        var there = await Remains.OfAsync(left, tale.Cast).ConfigureAwait(false);
        findings.Check();
        Must(there.Wrong(before, dying), $"{tale}, {_deed.Id} {dying.Where}");
        Must(_told.Where((told, place) => !there.Has(tale.Deeds[place].Id, told)).Select(told => $"{told} is lost"), $"{tale}, {_deed.Id} {dying.Where}");
        return (dying, left);
    }

    /// <summary>The same command is sent again, and takes effect once; the rest of the journey comes to the same end.</summary>
    private async Task AgainAsync(IEventStore store, bool playsOn)
    {
        findings.Check();
        Accepted(await _deed.RunAsync(new Premises(), store).ConfigureAwait(false));
        var once = await Remains.OfAsync(store, tale.Cast).ConfigureAwait(false);
        var accounts = new Accounts(tale.Cast, once);
        Must(accounts.LeftOver(_deed.At), "sent again");
        Must(accounts.Unlike(_next), "sent again");

        var twice = await _deed.RunAsync(new Premises(), store).ConfigureAwait(false);
        Accepted(twice);
        Must(twice.Events == 0 && once.Equal(await Remains.OfAsync(store, tale.Cast).ConfigureAwait(false)) ? [] : ["it takes effect again"], "sent once more");
        if (playsOn)
        {
            await PlayOnAsync(store).ConfigureAwait(false);
            Must((await AccountsOf(store).ConfigureAwait(false)).Unlike(_end), "played on");
        }
    }

    /// <summary>Somebody asks, which changes nothing; somebody leaves a note on everybody, which leaves nothing over; then the command is sent again.</summary>
    private async Task TouchAsync(IEventStore store, Duration late)
    {
        findings.Check();
        var premises = new Premises { Now = _deed.At + late };
        var before = await Remains.OfAsync(store, tale.Cast).ConfigureAwait(false);
        await tale.Cast.AskAsync(premises, store).ConfigureAwait(false);
        Must(before.Equal(await Remains.OfAsync(store, tale.Cast).ConfigureAwait(false)) ? [] : ["a question changes something"], $"asked {late} later");

        await tale.Cast.TouchAsync(premises, store).ConfigureAwait(false);
        var touched = await AccountsOf(store).ConfigureAwait(false);
        Must(touched.LeftOver(premises.Now, mayBeHeld: late < Settled.HoldStands, isLate: late >= Settled.HoldStands), $"touched {late} later");
        findings.Count($"touched {late} later");
        if (late <= Settled.HoldStands)
        {
            await LateAsync(premises, store, late).ConfigureAwait(false);
        }
    }

    /// <summary>The command is sent again at last; one that is about a hold may find that it has expired.</summary>
    private async Task LateAsync(Premises premises, IEventStore store, Duration late)
    {
        var told = await _deed.RunAsync(premises, store, late).ConfigureAwait(false);
        var isOver = late > Duration.Zero && told.Refusals.Any(refusal => refusal.Code == "booking.request.not-standing");
        findings.Count(isOver ? "sent again late: the hold had expired" : "sent again late: accepted");
        Must(told.IsAccepted || isOver ? [] : [$"{told}"], $"refused {late} later");
        Must((await AccountsOf(store).ConfigureAwait(false)).LeftOver(premises.Now, mayBeHeld: late < Settled.HoldStands, isLate: late >= Settled.HoldStands), $"sent again {late} later, after a touch");
    }

    /// <summary>Somebody else wants the same, when no hold stands any more: one has it, and who is refused finds it taken.</summary>
    private async Task RivalAsync(Deed rival, IEventStore store)
    {
        findings.Check();
        var premises = new Premises { Now = _deed.At + Settled.HoldStands };
        var told = await rival.Send(premises.Over(store), rival.Id).ConfigureAwait(false);
        await tale.Cast.TouchAsync(premises, store).ConfigureAwait(false);
        var remains = await Remains.OfAsync(store, tale.Cast).ConfigureAwait(false);
        Must(Accounts.Doubles(remains, premises.Capacity, uses: 1), "with a rival");
        Must(new Accounts(tale.Cast, remains).LeftOver(premises.Now, isLate: true, hasRival: told.IsAccepted), "with a rival");
        findings.Count(told.IsAccepted ? "a rival got it" : $"a rival was refused: {told.Refusals[0].Code}");
    }

    private async Task PlayOnAsync(IEventStore store)
    {
        foreach (var deed in tale.Deeds.Skip(at + 1))
        {
            Accepted(await deed.RunAsync(new Premises(), store).ConfigureAwait(false), deed);
        }
    }

    private async Task<IEventStore> CopyAsync(IEventStore store) => await ground.AfterCrash(store).ConfigureAwait(false);

    private async Task<Accounts> AccountsOf(IEventStore store) => new(tale.Cast, await Remains.OfAsync(store, tale.Cast).ConfigureAwait(false));

    private void Accepted(Answer told, Deed? deed = null) => Must(told.IsAccepted ? [] : [$"{(deed ?? _deed).Id}: {told}"], "refused");

    private void Must(IEnumerable<string> wrong, string when)
    {
        foreach (var one in wrong)
        {
            findings.Differ($"{_where}: {when}: {one}");
        }
    }
}
