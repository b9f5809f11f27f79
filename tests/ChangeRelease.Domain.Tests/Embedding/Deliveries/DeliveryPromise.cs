using ChangeRelease.Domain.Tests.Promises;

namespace ChangeRelease.Domain.Tests.Embedding.Deliveries;

/// <summary>However often, in whatever order and to whomever a queue hands out commands, each takes effect at most once (P6).</summary>
/// <param name="checksVersions">For tests of this: that the store is careless about names, and whether about versions, too. Null for a good store.</param>
internal sealed class DeliveryPromise(bool? checksVersions = null) : IPromise
{
    public string Claim => "A command takes effect at most once, repeats are told so, and the end is that of one delivery of each command in the order in which they took effect.";

    public int SizeOfPart => 1_000;

    public void Walk(Batch batch, Findings findings)
    {
        var dice = batch.Dice();
        for (var at = 0; at < batch.Size; at++)
        {
            var seed = dice.Next();
            new DeliveryRun(Round.Of(new Random(seed)), FormattableString.Invariant($"round {seed}"), findings).GoAsync(checksVersions).GetAwaiter().GetResult();
        }
    }
}
