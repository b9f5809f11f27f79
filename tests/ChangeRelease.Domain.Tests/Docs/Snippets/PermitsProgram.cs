// snippet: permits-usings
using System.Security.Cryptography;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using NodaTime;
// end

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The examples of the guide to permits.</summary>
internal sealed class PermitsProgram : IProgram
{
    private static Transcript Console { get; set; } = new();

    public async Task RunAsync(Transcript console)
    {
        Console = console;
        var (ann, bob, id) = (House.Ann, House.Bob, new ChangeId("CHG-1"));
        var clock = new HandSetClock(Instant.FromUtc(2026, 11, 2, 9, 0));
        var desk = new ChangeDesk(new InMemoryEventStore(), House.Facts, clock, new DeskSettings(new TenantId("acme")));
        await House.BringAsync(desk, id, "normal", bob);
        await desk.HandleAsync(id, new ScheduleChange(new Slot(Instant.FromUtc(2026, 11, 3, 20, 0), Instant.FromUtc(2026, 11, 3, 21, 30))), ann, new CommandId("schedule"));

        console.Turn("permits-start");
        // snippet: permits-start
        clock.Now = Instant.FromUtc(2026, 11, 3, 20, 5);
        var begun = await desk.HandleAsync(id, new StartChange(), ann, new CommandId("start"));
        var permit = ((ChangeStarted)begun.Events[0]).Permits[0];

        Console.WriteLine(permit);
        Console.WriteLine($"content:    {permit.Content.Abbreviated}");
        Console.WriteLine($"chain head: the record at version {permit.Version}");
        // end

        console.Turn("permits-check");
        // snippet: permits-check
        var (production, robot) = (new EnvironmentId("production"), Actor.Service(new ActorId("deployer"), owner: ann.Id));

        var answer = await desk.CheckPermitAsync(permit, production, robot);
        Console.WriteLine($"may begin: {answer.IsPermitted}, at version {answer.Version}");

        clock.Now = permit.NotAfter + Duration.FromSeconds(1);
        var late = await desk.CheckPermitAsync(permit, new EnvironmentId("staging"), robot);
        foreach (var refusal in late.Refusals)
        {
            Console.WriteLine(refusal);
        }
        // end

        clock.Now = Instant.FromUtc(2026, 11, 3, 20, 6);
        console.Turn("permits-report");
        // snippet: permits-report
        var started = new ReportPermit(permit.Digest, PermitProgress.Started, "run 4711");
        var first = await desk.HandleAsync(id, started, robot, new CommandId("run-4711-started"));
        var again = await desk.HandleAsync(id, started, robot, new CommandId("run-4711-started-retry"));
        var other = await desk.HandleAsync(id, started with { Remark = "run 4712" }, robot, new CommandId("run-4712-started"));

        Console.WriteLine($"first: {first.Events.Count} event; again: {again.IsAccepted}, {again.Events.Count} events");
        Console.WriteLine(other.Refusals[0]);
        // end

        console.Turn("permits-revoke");
        // snippet: permits-revoke
        await desk.HandleAsync(id, new RevokePermit(permit.Digest, "error rate doubles"), bob, new CommandId("stop"));

        var stopped = await desk.CheckPermitAsync(permit, production, robot);
        Console.WriteLine(stopped.Refusals[0]);

        var finished = await desk.HandleAsync(id, new ReportPermit(permit.Digest, PermitProgress.Failed, "stopped half way"), robot, new CommandId("run-4711-failed"));
        Console.WriteLine($"what had begun is reported: {finished.IsAccepted}");
        // end

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        console.Turn("permits-offline");
        // snippet: permits-offline
        var host = new HostKey(key);
        var text = (await host.SignAsync(permit)).ToString(); // one line of text, for a file or a header

        var ship = await host.CheckAsync(text, production, permit.Content, robot, clock.Now);
        Console.WriteLine($"by signature and time alone: {ship.IsPermitted}"); // although it was revoked
        Console.WriteLine((await host.CheckAsync(text + "A", production, permit.Content, robot, clock.Now)).Refusals[0]);
        // end
    }
}

// snippet: permits-key
internal sealed class HostKey(ECDsa key) : IPermitSigner, IPermitVerifier
{
    public ValueTask<ReadOnlyMemory<byte>> SignAsync(ReadOnlyMemory<byte> permit, CancellationToken cancellation) =>
        new(key.SignData(permit.Span, HashAlgorithmName.SHA256));

    public ValueTask<bool> VerifyAsync(ReadOnlyMemory<byte> permit, ReadOnlyMemory<byte> signature, CancellationToken cancellation) =>
        new(key.VerifyData(permit.Span, signature.Span, HashAlgorithmName.SHA256));
}
// end
