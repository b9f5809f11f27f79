using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Permits;

/// <summary>Makes permits that are no good out of ones that are, each with the circumstances that are best for it.</summary>
internal sealed class Forger(Started here, Started[] strangers, Started[] spent, Random random)
{
    /// <summary>The next one; what a mutation happens to bring back to a permit that was issued is none.</summary>
    public (string Kind, PermitCase Attempt) Next(HashSet<Permit> issued)
    {
        while (true)
        {
            var next = Any();
            if (next.Kind is not ("mutated" or "mutated bytes") || !issued.Contains(next.Attempt.Permit))
            {
                return next;
            }
        }
    }

    public PermitCase Genuine(Started change)
    {
        var permit = change.Permits.ElementAt(random.Next(2));
        return change.Favorable(permit, Within(permit));
    }

    private (string Kind, PermitCase Attempt) Any()
    {
        var permit = here.Permits.ElementAt(random.Next(2));
        return random.Next(10) switch
        {
            < 3 => ("mutated", Mutated(permit)),
            3 => ("mutated bytes", here.Favorable(Rebuilt(permit))),
            4 => ("transplanted", here.Favorable(strangers[random.Next(strangers.Length)].Permits.ElementAt(random.Next(2)), Within(permit))),
            5 => ("elsewhere", strangers[random.Next(strangers.Length)].Favorable(permit, Within(permit))),
            6 => ("out of time", here.Favorable(permit, Outside(permit))),
            7 => ("for something else", Misused(permit)),
            _ => ("spent", Genuine(spent[random.Next(spent.Length)])),
        };
    }

    private PermitCase Misused(Permit permit) => random.Next(2) == 0
        ? here.Asked(permit, permit.Environment == Started.Production ? Started.Staging : Started.Production, permit.Content, Within(permit))
        : here.Asked(permit, permit.Environment, Flipped(permit.Content), Within(permit));

    private PermitCase Mutated(Permit permit)
    {
        var mutant = permit;
        for (var changes = 1 + random.Next(3); changes > 0; changes--)
        {
            mutant = Mutate(mutant);
        }

        return here.Favorable(mutant, Within(mutant));
    }

    private Permit Mutate(Permit it) => random.Next(7) switch
    {
        0 => new(new ChangeId(random.Next(2) == 0 ? "CHG-2" : "chg-1"), it.Version, it.Content, it.Environment, it.NotBefore, it.NotAfter, it.Head),
        1 => new(it.Change, Math.Max(1, it.Version + random.Next(-4, 5)), it.Content, it.Environment, it.NotBefore, it.NotAfter, it.Head),
        2 => new(it.Change, it.Version, Flipped(it.Content), it.Environment, it.NotBefore, it.NotAfter, it.Head),
        3 => new(it.Change, it.Version, it.Content, new EnvironmentId(random.Next(2) == 0 ? "Production" : "payment-hub"), it.NotBefore, it.NotAfter, it.Head),
        4 => new(it.Change, it.Version, it.Content, it.Environment, it.NotBefore - Some(), it.NotAfter, it.Head),
        5 => new(it.Change, it.Version, it.Content, it.Environment, it.NotBefore, it.NotAfter + Some(), it.Head),
        _ => new(it.Change, it.Version, it.Content, it.Environment, it.NotBefore, it.NotAfter, Flipped(it.Head)),
    };

    // A bit of the canonical bytes, wherever what comes out can still be read as a permit.
    private Permit Rebuilt(Permit permit)
    {
        while (true)
        {
            var bytes = permit.ToBytes();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            if (PermitFrames.Read(bytes) is { } read)
            {
                return read;
            }
        }
    }

    private Digest Flipped(Digest digest)
    {
        var bytes = Convert.FromHexString(digest.Hex);
        bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return Digest.Parse(Convert.ToHexStringLower(bytes));
    }

    private Duration Some() => Duration.FromNanoseconds(1_000L * random.NextInt64(1, 1L << random.Next(1, 42)));

    private Instant Within(Permit permit) => permit.NotBefore + Duration.FromNanoseconds(1_000L * random.NextInt64(((permit.NotAfter - permit.NotBefore).ToInt64Nanoseconds() / 1_000) + 1));

    private Instant Outside(Permit permit) => random.Next(2) == 0 ? permit.NotBefore - Some() : permit.NotAfter + Some();
}
