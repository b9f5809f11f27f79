using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Embedding.Approvals;
using ChangeRelease.Domain.Tests.Embedding.Bookings;
using ChangeRelease.Domain.Tests.Embedding.Templates;
using ChangeRelease.Domain.Tests.Promises;
using OwnStorage;

namespace ChangeRelease.Domain.Tests.Embedding.Rivals;

/// <summary>Rivals for places, approvals and uses: every order of their port calls, and eight of them at once on threads of their own, over every store.</summary>
/// <param name="isLong">Whether three actors have four port calls each, or more, too.</param>
internal sealed class RivalPromise(bool isLong) : IPromise
{
    private static readonly Rivalry[] Short = [.. BookingRivalries.All, .. ApprovalRivalries.All, .. UseRivalries.All];

    private readonly Rivalry[] _rivalries = isLong ? [.. Short, .. BookingRivalries.Long, .. ApprovalRivalries.Long, .. UseRivalries.Long] : Short;

    public string Claim => "No place, no vote and no use is had twice at any instant, and what concurrent commands come to is what some order of them comes to, one after the other.";

    public int Wholes => _rivalries.Length;

    public int SizeOfPart => 100;

    public void Walk(int part, Findings findings) => Explorer.WalkAsync(_rivalries[part], findings).GetAwaiter().GetResult();

    public void Walk(Batch batch, Findings findings)
    {
        using var folder = new Folder();
        RunAsync(batch, [Track.InMemory(), Track.Sqlite(folder)], findings).GetAwaiter().GetResult();
    }

    /// <summary>So many rounds of each kind on each store; those of one kind begin with the same throw on every store.</summary>
    public static async Task RunAsync(Batch batch, Track[] tracks, Findings findings)
    {
        var dice = batch.Dice();
        for (var round = 0; round < batch.Size; round++)
        {
            foreach (var kind in (Func<Random, Race>[])[throws => new BookingRace(throws), throws => new ApprovalRace(throws), throws => new UseRace(throws)])
            {
                var seed = dice.Next();
                foreach (var track in tracks)
                {
                    var race = kind(new Random(seed));
                    await race.RunAsync(track, new TenantId(FormattableString.Invariant($"{race.For}-{round}")), findings).ConfigureAwait(false);
                }
            }
        }
    }
}
