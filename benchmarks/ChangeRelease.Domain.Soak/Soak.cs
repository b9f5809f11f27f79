using System.Diagnostics;
using ChangeRelease.Domain.Tests.Promises;

namespace ChangeRelease.Domain.Soak;

/// <summary>Walks all parts of a promise, several at once; what is found does not depend on how many.</summary>
internal sealed class Soak
{
    private static readonly TimeSpan Told = TimeSpan.FromSeconds(10);

    private readonly IPromise _promise;
    private readonly Batch[] _batches;
    private readonly int[] _parts;
    private readonly int _workers;
    private readonly Findings?[] _found;
    private int _next;
    private int _done;

    public Soak(Options options, IPromise promise)
    {
        (_promise, _workers) = (promise, options.Workers);
        _batches = [.. Batch.Of(options.Seed, options.Count, promise.SizeOfPart)];
        Parts = promise.Wholes + _batches.Length;
        _parts = [.. Enumerable.Range(0, Parts).Where(part => options.Only is null || options.Only == part)];
        _found = new Findings?[_parts.Length];
    }

    public string Claim => _promise.Claim;

    public int Parts { get; }

    public async Task<Walked> RunAsync(TextWriter progress, CancellationToken ending)
    {
        var clock = Stopwatch.StartNew();
        var work = Task.WhenAll(Enumerable.Range(0, _workers).Select(_ => Task.Factory.StartNew(() => Work(ending), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        while (await Task.WhenAny(work, Task.Delay(Told, CancellationToken.None)) != work)
        {
            await progress.WriteLineAsync(FormattableString.Invariant($"{clock.Elapsed:hh\\:mm\\:ss}  {Volatile.Read(ref _done)} of {_parts.Length} parts"));
        }

        await work;
        var all = new Findings();
        foreach (var found in _found.OfType<Findings>())
        {
            all.Add(found);
        }

        return new Walked(all, _done, _parts.Length, clock.Elapsed);
    }

    private void Work(CancellationToken ending)
    {
        while (!ending.IsCancellationRequested && Interlocked.Increment(ref _next) - 1 is var at && at < _parts.Length)
        {
            _found[at] = Walk(_parts[at]);
            Interlocked.Increment(ref _done);
        }
    }

    // Whatever is thrown on the way is a difference, too: nothing of this may throw.
    private Findings Walk(int part)
    {
        var findings = new Findings();
        try
        {
            if (part < _promise.Wholes)
            {
                _promise.Walk(part, findings);
            }
            else
            {
                _promise.Walk(_batches[part - _promise.Wholes], findings);
            }
        }
        catch (Exception thrown)
        {
            findings.Differ($"thrown: {thrown}");
        }

        return findings.Differing == 0 ? findings : findings.In(FormattableString.Invariant($"--part {part}"));
    }
}
