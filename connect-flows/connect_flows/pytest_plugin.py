"""The pytest plug-in: calls and chats through contact flows, and which branches they walked."""
