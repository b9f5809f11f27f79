using System.Diagnostics;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Embedding;
using NodaTime;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Changes.Permits;

/// <summary>A million permits that were never issued, or are no longer good, each asked about where it would be best for it: not one is accepted.</summary>
public sealed class ForgedPermitTests(ITestOutputHelper output)
{
    private const int Seed = 20_261_124;
    private const int Forged = 1_000_000;
    private const int Floor = 20_000;

    private static readonly TenantId Elsewhere = new("umbrella");

    private readonly Random _random = new(Seed);
    private readonly SortedDictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _codes = new(StringComparer.Ordinal);

    [Fact]
    public async Task A_million_forged_spent_and_transplanted_permits_are_refused_and_the_true_ones_are_not()
    {
        var here = await Started.BeginAsync(World.One, World.Tenant);
        var strangers = await StrangersAsync();
        var spent = await SpentAsync();
        var issued = here.Permits.ToHashSet();
        var (accepted, clock) = (0, Stopwatch.StartNew());
        for (var asked = 0; asked < Forged;)
        {
            var (kind, attempt) = Attempt(here, strangers, spent);
            if (kind is "mutated" or "mutated bytes" && issued.Contains(attempt.Permit))
            {
                continue;
            }

            asked++;
            _kinds[kind] = _kinds.GetValueOrDefault(kind) + 1;
            accepted += Refused(PermitCheck.Check(attempt)) ? 0 : 1;
        }

        var trueOnes = Enumerable.Range(0, Floor).Count(_ => PermitCheck.Check(Genuine(here)).IsPermitted);
        output.WriteLine(FormattableString.Invariant($"seed {Seed}: {Forged} asked, {accepted} accepted, {clock.ElapsedMilliseconds} ms; {trueOnes} of {Floor} true ones accepted"));
        output.WriteLine(string.Join(", ", _kinds.Select(kind => FormattableString.Invariant($"{kind.Value} {kind.Key}"))));
        output.WriteLine(string.Join(", ", _codes.Select(code => FormattableString.Invariant($"{code.Value} {code.Key}"))));

        accepted.Should().Be(0);
        trueOnes.Should().Be(Floor);
        _kinds.Should().HaveCount(7).And.OnlyContain(kind => kind.Value >= Floor);
        _codes.Should().HaveCountGreaterThanOrEqualTo(11).And.OnlyContain(code => code.Value >= 1_000);
    }

    /// <summary>Changes whose permits are true, elsewhere: another change, another tenant with the same names, and other pasts of the same change.</summary>
    private static async Task<Started[]> StrangersAsync() =>
    [
        await Started.BeginAsync(World.Two, World.Tenant),
        await Started.BeginAsync(World.One, Elsewhere),
        await Started.BeginAsync(World.One, World.Tenant, isAmended: true),
        await Started.BeginAsync(World.One, World.Tenant, isRescheduled: true),
    ];

    /// <summary>The same change after its permits were revoked, used up, or ended.</summary>
    private static async Task<Started[]> SpentAsync()
    {
        var ways = new List<Started>();
        foreach (var way in new Func<Permit, ChangeCommand[]>[]
        {
            permit => [new RevokePermit(permit.Digest, "too risky")],
            permit => [new ReportPermit(permit.Digest, PermitProgress.Started), new ReportPermit(permit.Digest, PermitProgress.Finished)],
            permit => [new ReportPermit(permit.Digest, PermitProgress.Started), new ReportPermit(permit.Digest, PermitProgress.Failed)],
            _ => [new BackOutChange("worse than before")],
            _ => [new CompleteChange()],
        })
        {
            var change = await Started.BeginAsync(World.One, World.Tenant);
            foreach (var (number, command) in change.Permits.SelectMany(way).Distinct().Index())
            {
                change = await change.AfterAsync($"further-{number}", command);
            }

            ways.Add(change);
        }

        return [.. ways];
    }

    private bool Refused(PermitAnswer answer)
    {
        foreach (var refusal in answer.Refusals.Where(refusal => !refusal.IsUnjudged))
        {
            _codes[refusal.Code] = _codes.GetValueOrDefault(refusal.Code) + 1;
        }

        return !answer.IsPermitted;
    }

    private (string Kind, PermitCase Attempt) Attempt(Started here, Started[] strangers, Started[] spent)
    {
        var permit = here.Permits.ElementAt(_random.Next(2));
        return _random.Next(10) switch
        {
            < 3 => ("mutated", Mutated(here, permit)),
            3 => ("mutated bytes", here.Favorable(Rebuilt(permit))),
            4 => ("transplanted", here.Favorable(strangers[_random.Next(strangers.Length)].Permits.ElementAt(_random.Next(2)), Within(permit))),
            5 => ("elsewhere", strangers[_random.Next(strangers.Length)].Favorable(permit, Within(permit))),
            6 => ("out of time", here.Favorable(permit, Outside(permit))),
            7 => ("for something else", Misused(here, permit)),
            _ => ("spent", Spent(spent[_random.Next(spent.Length)])),
        };
    }

    private PermitCase Genuine(Started here) => here.Permits.ElementAt(_random.Next(2)) is var permit ? here.Favorable(permit, Within(permit)) : null!;

    private PermitCase Spent(Started spent) => Genuine(spent);

    private PermitCase Misused(Started here, Permit permit) => _random.Next(2) == 0
        ? here.Asked(permit, permit.Environment == Started.Production ? Started.Staging : Started.Production, permit.Content, Within(permit))
        : here.Asked(permit, permit.Environment, Flipped(permit.Content), Within(permit));

    private PermitCase Mutated(Started here, Permit permit)
    {
        var mutant = permit;
        for (var changes = 1 + _random.Next(3); changes > 0; changes--)
        {
            mutant = Mutate(mutant);
        }

        return here.Favorable(mutant, Within(mutant));
    }

    private Permit Mutate(Permit it) => _random.Next(7) switch
    {
        0 => new(new ChangeId(_random.Next(2) == 0 ? "CHG-2" : "chg-1"), it.Version, it.Content, it.Environment, it.NotBefore, it.NotAfter, it.Head),
        1 => new(it.Change, Math.Max(1, it.Version + _random.Next(-4, 5)), it.Content, it.Environment, it.NotBefore, it.NotAfter, it.Head),
        2 => new(it.Change, it.Version, Flipped(it.Content), it.Environment, it.NotBefore, it.NotAfter, it.Head),
        3 => new(it.Change, it.Version, it.Content, new EnvironmentId(_random.Next(2) == 0 ? "Production" : "payment-hub"), it.NotBefore, it.NotAfter, it.Head),
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
            bytes[_random.Next(bytes.Length)] ^= (byte)(1 << _random.Next(8));
            if (PermitFrames.Read(bytes) is { } read)
            {
                return read;
            }
        }
    }

    private Digest Flipped(Digest digest)
    {
        var bytes = Convert.FromHexString(digest.Hex);
        bytes[_random.Next(bytes.Length)] ^= (byte)(1 << _random.Next(8));
        return Digest.Parse(Convert.ToHexStringLower(bytes));
    }

    private Duration Some() => Duration.FromNanoseconds(1_000L * _random.NextInt64(1, 1L << _random.Next(1, 42)));

    private Instant Within(Permit permit) => permit.NotBefore + Duration.FromNanoseconds(1_000L * _random.NextInt64(((permit.NotAfter - permit.NotBefore).ToInt64Nanoseconds() / 1_000) + 1));

    private Instant Outside(Permit permit) => _random.Next(2) == 0 ? permit.NotBefore - Some() : permit.NotAfter + Some();
}
