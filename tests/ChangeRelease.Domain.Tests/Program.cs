using ChangeRelease.Domain.Tests.Embedding.Kills;

namespace ChangeRelease.Domain.Tests;

/// <summary>What this assembly does when it is started by itself: it works at the desks until it is killed.</summary>
internal static class Program
{
    public static void Main(string[] arguments) => Work.Of(arguments).Run();
}
