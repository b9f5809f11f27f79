using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Tests.Embedding.Crashes;
using ChangeRelease.Domain.Tests.Promises;
using Microsoft.Data.Sqlite;
using NodaTime;
using OwnStorage;

namespace ChangeRelease.Domain.Tests.Embedding.Kills;

/// <summary>One file of SQLite, and one process after the other that works on it and is killed.</summary>
/// <param name="kind">Which store the processes work on.</param>
/// <param name="dice">When they are killed.</param>
/// <param name="findings">What is found.</param>
/// <param name="first">The journey that each thread begins with; null for any.</param>
/// <param name="aimsAlways">Whether every kill waits for an append of several records, and not only some.</param>
internal sealed class Killing(string kind, Random dice, Findings findings, int? first = null, bool aimsAlways = false) : IDisposable
{
    private const int Threads = 3;
    private const int MostAcknowledged = 40;
    private const int MostMilliseconds = 60;

    // An append that is written piece by piece takes as long.
    private const int LongMilliseconds = 180;

    // Some kills wait so long for an append of several records, and come while it is under way.
    private const int MostAimed = 100;

    // Long after every hold has expired: what stands then stands for good.
    private static readonly Instant Later = World.Opening + Worker.HoldStands + Worker.HoldStands;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Folder _folder = new();
    private readonly Heard _heard = new(Enumerable.Range(0, Threads).Select(_ => new Place(0, first ?? dice.Next(Worker.Journeys))));
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("killed-").FullName, "work.db");
    private int _checked;

    /// <summary>Starts a process, kills it at some moment, and looks at what is left.</summary>
    public void Kill()
    {
        Work();
        findings.Count("kills");
        findings.Check();
        Task.Run(LookAsync).GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        _folder.Dispose();
        Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);
        findings.Count("commands acknowledged", _heard.Accepted);
        findings.Count("commands known when they were sent again", _heard.Known);
        findings.Count("appends acknowledged", _heard.Wrote.Count);
        findings.Count("appends acknowledged, of several records", _heard.Several);
    }

    private void Work()
    {
        _heard.UnderWay.Clear();
        var (enough, due, isAimed) = (new ManualResetEventSlim(), _heard.Wrote.Count + dice.Next(1, MostAcknowledged), dice.Next(3) == 0 || aimsAlways);
        using var process = new Work(kind, _path, _heard.At).Start();
        var listening = Task.Run(() =>
        {
            while (process.StandardOutput.ReadLine() is { } line)
            {
                _heard.Hear(line);
                if (_heard.Wrote.Count >= (isAimed ? due + MostAimed : due) || (isAimed && Heard.IsOfSeveral(line)))
                {
                    enough.Set();
                }
            }

            enough.Set();
        });
        var isBegun = enough.Wait(Patience);
        Thread.Sleep(dice.Next(aimsAlways ? LongMilliseconds : MostMilliseconds));
        var isRunning = !process.HasExited;
        process.Kill();
        process.WaitForExit();
        listening.GetAwaiter().GetResult();
        Must(isBegun && isRunning, "the process ended by itself, or did nothing");
        foreach (var wrong in _heard.Wrong)
        {
            findings.Differ(wrong);
        }
    }

    private async Task LookAsync()
    {
        var store = new SqliteStore(_path);
        var streams = await ReadAsync(store).ConfigureAwait(false);
        foreach (var (stream, records) in streams)
        {
            Whole(stream, records);
        }

        foreach (var (stream, command, version) in _heard.Wrote)
        {
            Must(Last(streams, stream, command) == version, $"an append was acknowledged and is lost: {command} of {stream}, version {version}");
        }

        foreach (var (stream, command, version, times) in _heard.Did)
        {
            Must(Last(streams, stream, command) is not null && streams[stream].Count >= version, $"a command was acknowledged and is lost: {command} of {stream}, version {version}");
            Must(times == 1, $"a command took effect {times} times: {command} of {stream}");
        }

        findings.Count("appends that were under way and are there", _heard.UnderWay.Count(what => Last(streams, what.Stream, what.Command) is not null));
        findings.Count("appends that were under way and are not there", _heard.UnderWay.Count(what => Last(streams, what.Stream, what.Command) is null));
        await KnowsAsync(store, streams).ConfigureAwait(false);
        await TouchAsync(_folder.AfterCrash(store)).ConfigureAwait(false);
        SqliteConnection.ClearAllPools();
    }

    /// <summary>Every record is one of an append that was tried, and with it are all others of that append.</summary>
    private void Whole(StreamId stream, List<EventRecord> records)
    {
        Must(HashChain.Verify(stream, records).IsIntact, $"{stream} is not intact");
        foreach (var batch in records.GroupBy(record => record.Command))
        {
            Must(_heard.IsTried(stream, batch.Key, batch.First().Version - 1, batch.Count()), $"half an append: {batch.Count()} records of {batch.Key} in {stream}");
        }
    }

    /// <summary>What was acknowledged since the last look is known by its command.</summary>
    private async Task KnowsAsync(SqliteStore store, Dictionary<StreamId, List<EventRecord>> streams)
    {
        foreach (var (stream, command, version) in _heard.Wrote.Skip(_checked))
        {
            var batch = streams.GetValueOrDefault(stream, []).Where(record => record.Command == command).ToList();
            if (batch.Count > 0)
            {
                var answer = await store.AppendAsync(stream, batch[0].Version - 1, command, batch, CancellationToken.None).ConfigureAwait(false);
                Must(answer == new AlreadyApplied(version), $"{command} of {stream} is answered {answer}");
            }
        }

        _checked = _heard.Wrote.Count;
    }

    /// <summary>Somebody comes by everybody of the journeys that were under way: what was taken up is confirmed then, and nothing else stands for good.</summary>
    private async Task TouchAsync(SqliteStore copy)
    {
        foreach (var (thread, at) in _heard.At.Index())
        {
            var premises = Worker.Open(Threads);
            var cast = Worker.TaleOf(thread, at).Cast;
            premises.Now = cast.Night(4).Start;
            await cast.TouchAsync(premises, copy).ConfigureAwait(false);
            var remains = await Remains.OfAsync(copy, cast).ConfigureAwait(false);
            foreach (var left in new Accounts(cast, remains).LeftOver(Later).Concat(thread == 0 ? Accounts.Doubles(remains, premises.Capacity, uses: null) : []))
            {
                findings.Differ($"left over: {left}");
            }
        }
    }

    private static async Task<Dictionary<StreamId, List<EventRecord>>> ReadAsync(SqliteStore store)
    {
        List<StreamId> names = [];
        using (var connection = store.Open())
        using (var select = connection.CreateCommand())
        {
            select.CommandText = "SELECT DISTINCT tenant, kind, key FROM record";
            using var rows = select.ExecuteReader();
            while (rows.Read())
            {
                names.Add(new StreamId(new TenantId(rows.GetString(0)), rows.GetString(1), rows.GetString(2)));
            }
        }

        var streams = new Dictionary<StreamId, List<EventRecord>>();
        foreach (var name in names)
        {
            streams.Add(name, await World.Records(store, name).ConfigureAwait(false));
        }

        return streams;
    }

    private static long? Last(Dictionary<StreamId, List<EventRecord>> streams, StreamId stream, CommandId command) =>
        streams.GetValueOrDefault(stream)?.FindLast(record => record.Command == command)?.Version;

    private void Must(bool isSo, string orElse)
    {
        if (!isSo)
        {
            findings.Differ(orElse);
        }
    }
}
