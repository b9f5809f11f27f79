using System.Diagnostics;
using ChangeRelease.Domain.Embedding;
using OwnStorage;

namespace ChangeRelease.Domain.Tests.Embedding.Kills;

/// <summary>What a process of its own is to do.</summary>
/// <param name="Store">Which store: <c>safe</c>, or one of those that must be found.</param>
/// <param name="Path">The file.</param>
/// <param name="Places">Where each thread begins.</param>
internal sealed record Work(string Store, string Path, IReadOnlyList<Place> Places)
{
    public static Work Of(string[] arguments) => arguments is [var store, var path, .. var places] && places.Length > 0
        ? new Work(store, path, [.. places.Select(Place.Parse)])
        : throw new ArgumentException("usage: safe | hasty | tearing  FILE  ROUND.JOURNEY...", nameof(arguments));

    /// <summary>Does it in this process.</summary>
    public void Run()
    {
        using var output = Console.OpenStandardOutput();
        Worker.Run(Open(new SqliteStore(Path)), new Voice(output), Places);
    }

    /// <summary>Has it done by a process of its own.</summary>
    public Process Start() => Process.Start(new ProcessStartInfo(Host, ["exec", typeof(Work).Assembly.Location, Store, Path, .. Places.Select(place => place.ToString())])
    {
        RedirectStandardOutput = true,
        UseShellExecute = false,
        Environment = { ["DOTNET_TieredPGO"] = "0" },
    })!;

    private static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH")
        ?? (System.IO.Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet");

    private IEventStore Open(SqliteStore store) => Store switch
    {
        "safe" => store,
        "hasty" => new HastyStore(store),
        "tearing" => new TearingStore(store),
        _ => throw new InvalidOperationException($"There is no store '{Store}'."),
    };
}
