using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Embedding;
using ChangeRelease.Domain.Tests.Promises;

namespace ChangeRelease.Domain.Tests.Changes.Permits;

/// <summary>Permits that were never issued, or are no longer good, each asked about where it would be best for it; and among them true ones.</summary>
internal sealed class PermitPromise : IPromise
{
    private const int TrueOneIn = 50;

    private static readonly TenantId Elsewhere = new("umbrella");

    private readonly Started _here;
    private readonly Started[] _strangers;
    private readonly Started[] _spent;
    private readonly HashSet<Permit> _issued;

    private PermitPromise(Started here, Started[] strangers, Started[] spent) =>
        (_here, _strangers, _spent, _issued) = (here, strangers, spent, here.Permits.ToHashSet());

    public string Claim => "No permit that is mutated, transplanted, spent or out of time is accepted, and every true one is.";

    public static async Task<PermitPromise> BeginAsync() => new(await Started.BeginAsync(World.One, World.Tenant), await StrangersAsync(), await SpentAsync());

    public void Walk(Batch batch, Findings findings)
    {
        var forger = new Forger(_here, _strangers, _spent, batch.Dice());
        for (var number = 0; number < batch.Size; number++)
        {
            Refuse(forger, findings);
            if (number % TrueOneIn == 0)
            {
                Accept(forger.Genuine(_here), findings);
            }
        }
    }

    private void Refuse(Forger forger, Findings findings)
    {
        var (kind, attempt) = forger.Next(_issued);
        var answer = PermitCheck.Check(attempt);
        findings.Check();
        findings.Count(kind);
        foreach (var refusal in answer.Refusals.Where(refusal => !refusal.IsUnjudged))
        {
            findings.Count(refusal.Code);
        }

        if (answer.IsPermitted)
        {
            findings.Differ($"accepted, though {kind}: {attempt.Permit} at {attempt.At} for {attempt.Environment}, content {attempt.Content}");
        }
    }

    private static void Accept(PermitCase genuine, Findings findings)
    {
        var answer = PermitCheck.Check(genuine);
        findings.Count("true and accepted", answer.IsPermitted ? 1 : 0);
        if (!answer.IsPermitted)
        {
            findings.Differ($"refused, though true: {genuine.Permit} at {genuine.At}: {answer.Refusals}");
        }
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
}
